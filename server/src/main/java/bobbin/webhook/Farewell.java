package bobbin.webhook;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.oauth.Grants;
import bobbin.sql.Tx;

/** What becomes of deliveries when a person is removed: apps are told nothing more about them, and the logs forget them. */
public final class Farewell implements AccountEvents {
    private final Grants grants;
    private final DeliveryStore deliveries = new DeliveryStore();

    /** @param grants must hear of the removal later than this, so that it still knows which apps there are */
    public Farewell(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void removed(Tx tx, Id account) {
        grants.of(tx, account).forEach(grant -> deliveries.forget(tx, grant.app(), account));
    }
}
