package bobbin.location;

import static java.util.stream.Collectors.toMap;

import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.limit.Limit;
import bobbin.limit.Limits;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places: finding them, showing them, bringing more of them. */
public final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** How many a search finds at most (08 §8.6). */
    private static final int MOST_FOUND = 25;

    /** In kilometres: how far around a point is looked, so that a crowded centre need not be looked at as a whole (08 §8.6). */
    private static final List<Double> AROUND = List.of(0.5, 5.0);

    /** How many are written at a time, so that others who write hardly wait. */
    private static final int BATCH = 500;

    private static final int MOST_REMEMBERED = 20_000;

    private final Database database;
    private final Limits limits;
    private final AccessTierPolicy policy;
    private final PlaceStore store = new PlaceStore();
    private final Memory<Id, Place> memory;

    public Places(Database database, Limits limits, AccessTierPolicy policy) {
        this.database = database;
        this.limits = limits;
        this.policy = policy;
        this.memory = Memory.of(database, MOST_REMEMBERED, "place");
    }

    /** Searches on behalf of somebody, whose quota it counts for, whatever is found (05 §2). */
    public List<Place> search(Id app, Id account, Search asked) {
        Search meant = database.write(tx -> {
            limits.spend(tx, app, account, Limit.LOCATION_SEARCH);
            return policy.onlyPlaceQuery(tx, app).map(asked::forText).orElse(asked);
        });
        return found(meant, MOST_FOUND);
    }

    /** What has these words, most telling first; for the operator. */
    public List<Place> having(String words, int most) {
        return found(new Search(Optional.of(words), Optional.empty()), most);
    }

    public Optional<Place> find(Id id) {
        return database.read(tx -> find(tx, id));
    }

    public Optional<Place> find(Tx tx, Id id) {
        return Optional.ofNullable(all(tx, List.of(id)).get(id));
    }

    /** The place with this id, or else the one that goes by this key; for the operator. */
    public Place show(String idOrKey) {
        return Id.parse(idOrKey)
                .flatMap(this::find)
                .or(() -> find(Place.idOf(idOrKey)))
                .orElseThrow(LocationProblems.PLACE_MISSING::refuse);
    }

    /** Those that exist. */
    public Map<Id, Place> all(Collection<Id> ids) {
        return ids.isEmpty() ? Map.of() : database.read(tx -> all(tx, ids));
    }

    /** All places, in the order of their ids, which means nothing; for the operator. */
    public Page<Place> list(Window window) {
        return Page.of(window, database.read(tx -> store.page(tx, window)), Place::id);
    }

    /**
     * Adds of the places that every Bobbin has those that are missing. To be called at every start: at the first one it takes its time,
     * later it looks aside whether there are new ones.
     */
    public void furnish(Executor aside) {
        if (list(Window.newest(1)).items().isEmpty()) {
            furnish();
        } else {
            aside.execute(this::furnishAnew);
        }
    }

    private void furnishAnew() {
        try {
            int added = furnish();
            LOG.debug("event=places_furnished added={}", added);
        } catch (RuntimeException failure) {
            LOG.warn("event=places_not_furnished", failure);
        }
    }

    private int furnish() {
        Map<Id, Place> places = Gazetteer.places().stream().collect(toMap(Place::id, Function.identity()));
        places.keySet()
                .removeAll(database.read(tx -> store.byId(tx, places.keySet())).keySet());
        return put(places.values()).added();
    }

    /**
     * Adds the places of a file, and changes those that are there by their keys. Some hundred at a time: what is written stays if
     * something fails, and the same file can be brought again. Whether the file is in order is asked before, of itself.
     */
    public Imported bring(PlaceFile file) throws IOException {
        List<Place> waiting = new ArrayList<>();
        Imported[] sum = {Imported.NOTHING};
        file.forEach(place -> {
            waiting.add(place);
            if (waiting.size() == BATCH) {
                sum[0] = sum[0].and(put(waiting));
                waiting.clear();
            }
        });
        return sum[0].and(put(waiting));
    }

    private Imported put(Collection<Place> places) {
        Map<Id, Place> wanted = new LinkedHashMap<>();
        places.forEach(place -> wanted.put(place.id(), place));
        if (wanted.isEmpty()) {
            return Imported.NOTHING;
        }
        return database.write(tx -> {
            Map<Id, Place> before = store.byId(tx, wanted.keySet());
            List<Place> changed = wanted.values().stream()
                    .filter(place -> !place.equals(before.get(place.id())))
                    .toList();
            changed.forEach(place -> refuseAnother(place, before.get(place.id())));
            if (!changed.isEmpty()) {
                store.put(tx, changed);
                store.putWords(tx, changed);
            }
            int added = wanted.size() - before.size();
            return new Imported(added, changed.size() - added, wanted.size() - changed.size());
        });
    }

    /** Two keys with one id: does not happen by chance, but must not change a place into another. */
    private static void refuseAnother(Place place, @Nullable Place before) {
        if (before != null && !before.key().equals(place.key())) {
            throw new IllegalStateException(
                    "The places %s and %s have the same id".formatted(before.key(), place.key()));
        }
    }

    private Map<Id, Place> all(Tx tx, Collection<Id> ids) {
        return memory.recallAll(tx, ids, Id::slot, missing -> store.byId(tx, missing));
    }

    private List<Place> found(Search search, int most) {
        List<Term> terms = search.text().map(Term::of).orElse(List.of());
        if (search.text().isPresent() && terms.isEmpty()) {
            return List.of();
        }
        return database.readLong(tx -> {
            List<Id> ids = terms.isEmpty()
                    ? near(tx, search.near().orElseThrow(), most)
                    : search.near()
                            .map(point -> store.having(tx, terms, point, most))
                            .orElseGet(() -> store.having(tx, terms, most));
            Map<Id, Place> places = all(tx, ids);
            return ids.stream().map(places::get).filter(Objects::nonNull).toList();
        });
    }

    private List<Id> near(Tx tx, Point centre, int most) {
        List<Id> found = List.of();
        for (double kilometres : AROUND) {
            if (found.size() < most) {
                found = store.near(tx, new Circle(centre, kilometres), most);
            }
        }
        return found;
    }
}
