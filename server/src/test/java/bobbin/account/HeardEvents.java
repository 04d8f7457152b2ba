package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class HeardEvents implements AccountEvents {
    final List<String> heard = new ArrayList<>();

    @Override
    public void passwordChanged(Tx tx, Id account) {
        heard.add("password changed");
    }

    @Override
    public void loggedOut(Tx tx, Id account) {
        heard.add("logged out");
    }

    @Override
    public void deactivated(Tx tx, Id account) {
        heard.add("deactivated");
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        heard.add("reactivated");
    }

    @Override
    public void deleted(Tx tx, Id account) {
        heard.add("deleted");
    }

    @Override
    public void removed(Tx tx, Id account) {
        heard.add("removed");
    }
}
