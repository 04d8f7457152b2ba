package bobbin.limit;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** What becomes of quotas when a person is removed: they go. */
public final class Farewell implements AccountEvents {
    private final QuotaStore quotas = new QuotaStore();
    private final CallStore calls = new CallStore();

    @Override
    public void removed(Tx tx, Id account) {
        quotas.deleteOf(tx, account);
        calls.deleteOf(tx, account);
    }
}
