package bobbin.media;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.media.Media.Kind;
import bobbin.media.Media.State;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.work.Jobs;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one can do with images and videos: have them fetched, wait for them, show them in posts, and let go of them. What no post shows within
 * {@link #LIFE} is removed by itself.
 */
public final class Medias {
    /** How long media are kept for a post that is to come: the life of a container (04 §8.1), and some time to publish it. */
    public static final Duration LIFE = Duration.ofHours(25);

    /** How long files are kept that nothing shows any more (15 §15.17): unreachable, but there if the operator needs them. */
    public static final Duration AFTERLIFE = Duration.ofDays(30);

    private final Database database;
    private final Ids ids;
    private final Jobs jobs;
    private final Backstage backstage;
    private final MediaSettings settings;
    private final MediaStore store = new MediaStore();
    private final UseStore uses = new UseStore();

    Medias(Database database, Ids ids, Jobs jobs, Backstage backstage, MediaSettings settings) {
        this.database = database;
        this.ids = ids;
        this.jobs = jobs;
        this.backstage = backstage;
        this.settings = settings;
    }

    /**
     * Fetches an image and makes it fit, before it returns (04 §7.3). Refuses in the words of 04 §7.4. If the other server is slow, the
     * rest is done in the background, and the media is in progress.
     */
    public Media fetchImage(Id owner, MediaSource source) {
        backstage.room().require(owner);
        try (Made made = backstage.workshop().make(owner, source, Fetching.MOST_IMAGE_BYTES, settings.imageWait())) {
            Media media = new Media(
                    ids.next(Id.Kind.MEDIA, owner),
                    owner,
                    Kind.IMAGE,
                    State.FINISHED,
                    Optional.of(made.file()),
                    Optional.empty());
            database.change(tx -> store.insert(
                    tx, media, Optional.of(made.transcript()), tx.now().plus(LIFE)));
            backstage.shelf().put(made);
            return media;
        } catch (Flaw.Found found) {
            if (found.flaw() instanceof Flaw.NotFetched fetch && fetch.late()) {
                return database.write(tx -> fetchLater(tx, owner, source));
            }
            throw found.flaw().problem().refuse(source.text());
        }
    }

    /** Has an image or a video fetched in the background, if this transaction is committed. */
    public Media fetchLater(Tx tx, Id owner, MediaSource source) {
        Media media = new Media(
                ids.next(Id.Kind.MEDIA, owner),
                owner,
                source.kind(),
                State.IN_PROGRESS,
                Optional.empty(),
                Optional.empty());
        store.insert(tx, media, Optional.empty(), tx.now().plus(LIFE));
        jobs.add(tx, Fetching.KIND, media.id(), tx.now(), source.text());
        return media;
    }

    /** Media of any owners, those that there are. */
    public List<Media> find(Tx tx, Collection<Id> ids) {
        return store.find(tx, ids);
    }

    /** Waits until none of these is in progress, but no longer than this, and answers with how they are then. */
    public List<Media> await(Collection<Id> ids, Duration time) {
        return backstage.settling().await(ids, time);
    }

    /** Keeps media that wait to be published for {@link #LIFE} from now on; false if they are not to be had any more. */
    public boolean prolong(Tx tx, Id owner, Collection<Id> media) {
        return media.stream()
                .allMatch(id -> uses.isUsed(tx, owner, id)
                        || store.keepUntil(tx, owner, id, Optional.of(tx.now().plus(LIFE))));
    }

    /**
     * Keeps media for as long as something shows them.
     *
     * @param holder what shows them: a post
     * @return false if one of them is not to be had any more
     */
    public boolean keep(Tx tx, Id owner, Id holder, Collection<Id> media) {
        media.forEach(id -> uses.insert(tx, owner, holder, id));
        return media.stream().allMatch(id -> store.keepUntil(tx, owner, id, Optional.empty()));
    }

    /** The post is gone: what nothing else shows cannot be reached from now on, and is removed later. */
    public void release(Tx tx, Id owner, Id holder) {
        List<Id> held = uses.heldBy(tx, owner, holder);
        uses.deleteHolder(tx, owner, holder);
        held.stream()
                .filter(id -> !uses.isUsed(tx, owner, id))
                .forEach(id -> store.drop(tx, owner, id, tx.now().plus(AFTERLIFE)));
    }

    /** How it was fetched: a line for each server that was asked, and what was wrong with it in the end. Empty while it is in progress. */
    public Optional<String> transcript(Id media) {
        return database.read(tx -> store.transcript(tx, media));
    }
}
