package bobbin.post;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** Whether somebody may publish at all, and may limit posts to countries. */
public final class Authors implements PostRules {
    private final Accounts accounts;

    public Authors(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void drafting(Tx tx, Container container) {
        Account author = unsuspended(tx, container.author());
        if (!container.content().countries().isEmpty() && !author.isGeoEligible()) {
            throw PostProblems.GEO_GATING_UNAVAILABLE.refuse();
        }
    }

    @Override
    public void publishing(Tx tx, Post post) {
        unsuspended(tx, post.author());
    }

    private Account unsuspended(Tx tx, Id id) {
        Account author = accounts.get(tx, id);
        if (author.isSuspended()) {
            throw PostProblems.USER_RESTRICTED.refuse();
        }
        return author;
    }
}
