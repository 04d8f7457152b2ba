package bobbin.search;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;

/** What becomes of searching when a person is removed: what they wrote is no longer in the index, what they searched for is forgotten. */
public final class Farewell implements AccountEvents {
    private static final int PIECE = 1000;

    private final SearchStore words;
    private final SearchedStore searched = new SearchedStore();

    public Farewell(Database database) {
        words = SearchStore.on(database.dialect());
    }

    @Override
    public void removed(Tx tx, Id account) {
        searched.deleteOf(tx, account);
        List<String> theirs = List.of(Mark.author(account));
        List<Hit> piece;
        do {
            piece = words.byTime(tx, theirs, Window.newest(PIECE));
            piece.forEach(hit -> words.delete(tx, hit.post()));
        } while (!piece.isEmpty());
    }
}
