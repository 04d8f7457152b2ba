package bobbin.search;

import bobbin.account.SearchHistory;
import bobbin.base.Characters;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.List;

/** What people have searched for lately (08 §8.2): the newest 25 texts of 30 days, each once. */
public final class History implements SearchHistory {
    private static final int MOST = 25;
    private static final Duration MEMORY = Duration.ofDays(30);

    /** In characters: nobody wants to read more of what they once pasted. */
    private static final int LONGEST = 500;

    private final Database database;
    private final Ids ids;
    private final SearchedStore store = new SearchedStore();

    public History(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public List<Entry> of(Id account) {
        return database.read(tx -> store.newest(tx, account, oldest(tx), MOST));
    }

    void remember(Tx tx, Id account, String query) {
        String kept = Characters.first(LONGEST, Characters.whole(query));
        store.put(tx, account, ids.next(Id.Kind.EVENT, account), kept);
        store.keep(tx, account, MOST);
    }

    /** Deletes what is too old to be shown. To be done once a day. */
    public void forget() {
        List<Integer> slots = database.readLong(tx -> store.slotsBefore(tx, oldest(tx)));
        slots.forEach(slot -> database.change(tx -> store.deleteBefore(tx, slot, oldest(tx))));
    }

    private static Id oldest(Tx tx) {
        return Id.floor(tx.now().minus(MEMORY));
    }
}
