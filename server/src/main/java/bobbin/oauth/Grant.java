package bobbin.oauth;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a person allows an app: a set of permissions for 90 days, longer with each refresh of a token (02 §8.3).
 *
 * @param scopedId the number by which the app knows the person; kept here so that a call needs one look-up
 * @param expiresAt until when the app may read the person's data ({@code data_access_expires_at})
 * @param usedAt the last call in the person's name, to the hour
 * @param endedAt when the person, or the operator, removed the app
 */
public record Grant(
        Id account,
        Id app,
        long scopedId,
        Set<Scope> scopes,
        Instant grantedAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> endedAt) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    static Grant of(Id account, Id app, long scopedId, Set<Scope> scopes, Instant now, Duration life) {
        return new Grant(account, app, scopedId, scopes, now, now.plus(life), Optional.empty(), Optional.empty());
    }

    /** Whether it gives anything at this moment. */
    public boolean holds(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** What a token of this grant may do now: what both of them allow. */
    Set<Scope> and(Token token, Instant now) {
        EnumSet<Scope> both = EnumSet.noneOf(Scope.class);
        if (holds(now)) {
            both.addAll(token.scopes());
            both.retainAll(scopes);
        }
        return both;
    }

    /** The person allows more: what was granted before stays granted, unless it had ended. */
    Grant with(Set<Scope> more, Instant now, Duration life) {
        EnumSet<Scope> all = EnumSet.copyOf(more);
        if (holds(now)) {
            all.addAll(scopes);
        }
        return new Grant(account, app, scopedId, all, now, now.plus(life), usedAt, Optional.empty());
    }

    /** The person takes some permissions back; the basic one stays as long as the grant does. */
    Grant keeping(Set<Scope> kept) {
        EnumSet<Scope> fewer = EnumSet.copyOf(scopes);
        fewer.removeIf(scope -> scope != Scope.BASIC && !kept.contains(scope));
        return new Grant(account, app, scopedId, fewer, grantedAt, expiresAt, usedAt, endedAt);
    }
}
