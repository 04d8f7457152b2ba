package bobbin.app;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A program that people may let act for them (02 §1).
 *
 * @param sealedSecret the secret as it is stored; only {@link Apps#secret} can read it
 * @param secretSince when the secret was made; app tokens from before are worth nothing
 * @param deauthorizeUrl is told when a person removes the app
 * @param dataDeletionUrl is told when a person who removed the app wants data deleted
 * @param proofRequiredAt since when every call must prove that its sender knows the secret (01 §4)
 * @param businessVerifiedAt since when the operator vouches for who is behind the app (00 decision 13)
 * @param disabledAt since when the operator keeps the app from working
 */
public record App(
        Id id,
        String name,
        Mode mode,
        String sealedSecret,
        Instant secretSince,
        Optional<CallbackUrl> deauthorizeUrl,
        Optional<CallbackUrl> dataDeletionUrl,
        Optional<Instant> proofRequiredAt,
        Optional<Instant> businessVerifiedAt,
        Optional<Instant> disabledAt) {
    static final int LONGEST_NAME = 64;

    /** Whom an app may reach (02 §6). */
    public enum Mode {
        /** Only people with a role on the app. */
        DEVELOPMENT,
        /** Everybody, as far as its permissions are approved. */
        LIVE
    }

    public boolean isLive() {
        return mode == Mode.LIVE;
    }

    public boolean isDisabled() {
        return disabledAt.isPresent();
    }

    public boolean requiresSecretProof() {
        return proofRequiredAt.isPresent();
    }

    public boolean isBusinessVerified() {
        return businessVerifiedAt.isPresent();
    }

    /** A name as it will be shown, without blanks around it. */
    static String checkName(String typed) {
        String name = typed.strip();
        boolean plain = name.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME || !plain) {
            throw AppProblems.NAME_LENGTH.refuse(LONGEST_NAME);
        }
        return name;
    }
}
