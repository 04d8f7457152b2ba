package bobbin.insight;

import bobbin.account.AccountEvents;
import bobbin.account.RelationEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Optional;

/**
 * What becomes of numbers when people leave or are kept away (15 §15.11): their reposts, quotes and replies go, for as long as they are away
 * or, after a block, for good; their views and clicks stay.
 */
public final class Farewell implements AccountEvents, RelationEvents {
    private final EchoStore echoes = new EchoStore();
    private final CountStore counts = new CountStore();
    private final ClickStore clicks = new ClickStore();
    private final SightingStore sightings = new SightingStore();

    @Override
    public void blocked(Tx tx, Id by, Id whom) {
        echoes.deleteGiven(tx, whom, by);
    }

    @Override
    public void deactivated(Tx tx, Id account) {
        echoes.pause(tx, account, Optional.of(tx.now()));
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        echoes.pause(tx, account, Optional.empty());
    }

    @Override
    public void deleted(Tx tx, Id account) {
        echoes.pause(tx, account, Optional.of(tx.now()));
    }

    @Override
    public void removed(Tx tx, Id account) {
        echoes.deleteBy(tx, account);
        echoes.deleteTo(tx, account);
        counts.deleteOf(tx, account);
        clicks.deleteOf(tx, account);
        sightings.deleteOf(tx, account);
    }
}
