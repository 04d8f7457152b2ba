package bobbin.app;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** What becomes of a person's roles and ids when the person leaves for good. */
public final class Farewell implements AccountEvents {
    private final RoleStore roles = new RoleStore();
    private final AppUserStore users = new AppUserStore();

    /** Nobody keeps a role on an app who cannot sign in; an app may be left without administrator, for the operator to look after. */
    @Override
    public void deleted(Tx tx, Id account) {
        roles.ofAccount(tx, account).forEach(held -> roles.remove(tx, held.app(), account, held.role()));
    }

    /** The ids stay until the last callback about the person has had its chance (02 §4). */
    @Override
    public void removed(Tx tx, Id account) {
        users.forget(tx, account);
    }
}
