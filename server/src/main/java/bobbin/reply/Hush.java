package bobbin.reply;

import bobbin.account.Pair;
import bobbin.base.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a single reply from being heard.
 *
 * @param hiddenAt since when the owner hides it
 * @param unhiddenAt when the owner showed it again
 * @param coveredAt when a hidden word covered it
 */
record Hush(
        Id reply, Id author, Optional<Instant> hiddenAt, Optional<Instant> unhiddenAt, Optional<Instant> coveredAt) {

    /** Its status by the owner's distance to its author, as far as there is one. */
    HideStatus status(Id owner, Set<Pair> blocked, Map<Pair, Instant> restricted) {
        Pair pair = new Pair(owner, author);
        if (blocked.contains(pair)) {
            return HideStatus.BLOCKED;
        }
        Instant since = restricted.get(pair);
        if (since != null && !reply.time().isBefore(since)) {
            return HideStatus.RESTRICTED;
        }
        return ownStatus();
    }

    /** The same without looking at people. */
    HideStatus ownStatus() {
        if (hiddenAt.isPresent()) {
            return HideStatus.HIDDEN;
        }
        if (isCovered(unhiddenAt)) {
            return HideStatus.COVERED;
        }
        return unhiddenAt.isPresent() ? HideStatus.UNHUSHED : HideStatus.NOT_HUSHED;
    }

    /** The same below a reply that was shown again, with everything that stood below it then. */
    Hush below(Hush top) {
        return reply.equals(top.reply) || isCovered(top.unhiddenAt)
                ? this
                : new Hush(reply, author, hiddenAt, unhiddenAt, Optional.empty());
    }

    private boolean isCovered(Optional<Instant> shownAgainAt) {
        return coveredAt
                .filter(at -> shownAgainAt.filter(again -> !again.isBefore(at)).isEmpty())
                .isPresent();
    }
}
