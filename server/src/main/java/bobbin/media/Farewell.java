package bobbin.media;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Optional;

/** What becomes of images and videos when a person leaves: they cannot be reached, and in the end they are removed. */
public final class Farewell implements AccountEvents {
    private final MediaStore store = new MediaStore();
    private final UseStore uses = new UseStore();

    @Override
    public void deactivated(Tx tx, Id account) {
        store.withhold(tx, account, Optional.of(tx.now()));
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        store.withhold(tx, account, Optional.empty());
    }

    @Override
    public void deleted(Tx tx, Id account) {
        store.dropAll(tx, account, tx.now().plus(Medias.AFTERLIFE));
    }

    /** The rows stay until their files are removed, at the next sweeping. */
    @Override
    public void removed(Tx tx, Id account) {
        uses.deleteAll(tx, account);
        store.dropAll(tx, account, tx.now());
    }
}
