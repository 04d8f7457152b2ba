package bobbin.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What happened to an account, each with its date (15 §15.3, 15.17). All but the last two are the operator's.
 *
 * @param geoRefusedAt since when the account may not gate posts by country (04 §14)
 */
public record Standing(
        Optional<Instant> verifiedAt,
        Optional<Instant> suspendedAt,
        Optional<Instant> ageRestrictedAt,
        Optional<Instant> geoRefusedAt,
        Optional<Instant> deactivatedAt,
        Optional<Instant> deletedAt) {}
