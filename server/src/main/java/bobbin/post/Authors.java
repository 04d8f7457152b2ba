package bobbin.post;

import bobbin.account.Accounts;
import bobbin.account.Standing;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** Whether somebody may publish at all, and may limit posts to countries. */
public final class Authors implements PostRules {
    private final Accounts accounts;

    public Authors(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void drafting(Tx tx, Writer writer, Container container) {
        Standing author = unsuspended(tx, container.author());
        if (!container.content().audience().countries().isEmpty()
                && author.geoRefusedAt().isPresent()) {
            throw PostProblems.GEO_GATING_UNAVAILABLE.refuse();
        }
    }

    @Override
    public void publishing(Tx tx, Writer writer, Post post) {
        unsuspended(tx, post.author());
    }

    private Standing unsuspended(Tx tx, Id id) {
        Standing author = accounts.standing(tx, id);
        if (author.suspendedAt().isPresent()) {
            throw PostProblems.USER_RESTRICTED.refuse();
        }
        return author;
    }
}
