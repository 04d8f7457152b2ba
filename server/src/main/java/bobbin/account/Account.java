package bobbin.account;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A person.
 *
 * @param username without {@code @}
 * @param email as it was typed; accounts that the operator made may have none
 * @param picture the key of the picture; empty if there is none but the default one
 * @param privateSince empty for a public profile
 */
public record Account(
        Id id,
        String username,
        Optional<String> email,
        Profile profile,
        Optional<String> picture,
        Details details,
        MentionPolicy mentions,
        Optional<Instant> privateSince,
        Standing standing,
        Instant createdAt) {

    /** The name to show: the given one, else the username (09 §9.1). */
    public String shownName() {
        return profile.name().isEmpty() ? username : profile.name();
    }

    public boolean isPrivate() {
        return privateSince.isPresent();
    }

    public boolean isVerified() {
        return standing.verifiedAt().isPresent();
    }

    /** Neither deactivated nor deleted: only such accounts can be seen by others. */
    public boolean isActive() {
        return standing.deactivatedAt().isEmpty() && !isDeleted();
    }

    /** Deleted accounts stay for 30 days, but nobody can enter or see them any more. */
    public boolean isDeleted() {
        return standing.deletedAt().isPresent();
    }

    /** Suspended from publishing by the operator; reading works (06 §4.1, code 368). */
    public boolean isSuspended() {
        return standing.suspendedAt().isPresent();
    }

    /** Visible to adults only, and not embeddable (15 §15.17). */
    public boolean isAgeRestricted() {
        return standing.ageRestrictedAt().isPresent();
    }

    /** Whether it may show posts in some countries only (04 §14). */
    public boolean isGeoEligible() {
        return standing.geoRefusedAt().isEmpty();
    }
}
