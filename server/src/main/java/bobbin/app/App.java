package bobbin.app;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param redirects where the authorization window may send people, in the order in which they were added
 * @param permissions what the app asks people for, in the order of {@link Scope}, and how far it came in the review of each
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
        Optional<Instant> disabledAt,
        List<RedirectUri> redirects,
        Map<Scope, Review> permissions) {
    static final int LONGEST_NAME = 64;

    /** Whom an app may reach (02 §6). */
    public enum Mode {
        /** Only people with a role on the app. */
        DEVELOPMENT,
        /** Everybody, as far as its permissions are approved. */
        LIVE
    }

    public App {
        redirects = List.copyOf(redirects);
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
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

    /** Whether this is, character for character, one of the redirect addresses (02 §2). */
    public boolean hasRedirect(String uri) {
        return redirects.contains(new RedirectUri(uri));
    }

    /** Whether the app asks people for this. */
    public boolean asksFor(Scope scope) {
        return permissions.containsKey(scope);
    }

    /** How far a permission reaches; one that the app does not have, as little as any. */
    public Access access(Scope scope) {
        return permissions.getOrDefault(scope, Review.NONE).access();
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
