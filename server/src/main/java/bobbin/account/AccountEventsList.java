package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/** Tells several listeners, one after the other. */
record AccountEventsList(List<AccountEvents> listeners) implements AccountEvents {
    @Override
    public void passwordChanged(Tx tx, Id account) {
        listeners.forEach(listener -> listener.passwordChanged(tx, account));
    }

    @Override
    public void loggedOut(Tx tx, Id account) {
        listeners.forEach(listener -> listener.loggedOut(tx, account));
    }

    @Override
    public void deactivated(Tx tx, Id account) {
        listeners.forEach(listener -> listener.deactivated(tx, account));
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        listeners.forEach(listener -> listener.reactivated(tx, account));
    }

    @Override
    public void deleted(Tx tx, Id account) {
        listeners.forEach(listener -> listener.deleted(tx, account));
    }

    @Override
    public void removed(Tx tx, Id account) {
        listeners.forEach(listener -> listener.removed(tx, account));
    }
}
