package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The only place that knows {@code limit}, {@code before}, {@code after}, {@code since}, {@code until} and cursors (07 §7.1.1): folds
 * them into a window, and turns a page into {@code paging}.
 */
final class Paging {
    private static final int STANDARD = 25;
    private static final int MOST = 100;
    /** 2023-07-05 07:00 UTC, the day Threads opened (07 §7.1.1). */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1688540400);

    private final String edge;
    private final Params params;
    private final int limit;
    private final Optional<Id> after;
    private final Optional<Id> before;
    private final Window times;
    private final Window place;

    /**
     * @param edge names the list, so that a cursor of another one is noticed
     * @param turns whether {@code reverse=false} turns the list round: the oldest first (10 §10.2)
     */
    Paging(String edge, boolean turns, Call call, ZoneId zone) {
        this.edge = edge;
        this.params = call.params();
        this.limit = params.clamped("limit", STANDARD, 0, MOST);
        this.after = cursor("after");
        this.before = cursor("before");
        if (after.isPresent() && before.isPresent()) {
            throw GraphProblems.PARAMS_EXCLUSIVE.refuse("before", "after");
        }
        this.times = times(call.now(), zone);
        this.place = place(turns && params.has("reverse") && !params.flag("reverse"));
    }

    /** The times that are asked for, as a range of ids. */
    Window times() {
        return times;
    }

    /** Where in the list the page is, whatever it is sorted by. */
    Window place() {
        return place;
    }

    /** Both, for lists that are sorted by time. */
    Window window() {
        return place.and(times);
    }

    /** The member {@code paging}; empty if there is nothing here, and nothing farther on. */
    Optional<Map<String, Object>> show(Page<?> page, Optional<String> address) {
        return page.ends()
                .filter(_ -> page.more() || !page.items().isEmpty())
                .map(ends -> show(ends, page.more(), address));
    }

    private Map<String, Object> show(Page.Ends ends, boolean more, Optional<String> address) {
        String first = Cursor.write(edge, ends.first());
        String last = Cursor.write(edge, ends.last());
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Object> cursors = new LinkedHashMap<>();
        cursors.put("before", first);
        cursors.put("after", last);
        shown.put("cursors", cursors);
        boolean back = place.isBackwards();
        if (address.isPresent() && (back || more)) {
            shown.put("next", address.get() + "limit=" + limit + "&after=" + last);
        }
        if (address.isPresent() && (after.isPresent() || (back && more))) {
            shown.put("previous", address.get() + "limit=" + limit + "&before=" + first);
        }
        return shown;
    }

    private Window place(boolean rising) {
        return rising
                ? new Window(after.orElse(Id.LOWEST), before.orElse(Id.HIGHEST), before.isEmpty(), limit, true)
                : new Window(before.orElse(Id.LOWEST), after.orElse(Id.HIGHEST), before.isPresent(), limit);
    }

    private Window times(Instant now, ZoneId zone) {
        Optional<Instant> since = params.moment("since", zone, now);
        Optional<Instant> until = params.moment("until", zone, now).map(time -> time.isAfter(now) ? now : time);
        if (since.isPresent() && since.get().isBefore(EARLIEST)) {
            throw GraphProblems.PARAM_TOO_SMALL.refuse("since", EARLIEST.getEpochSecond());
        }
        if (since.isPresent() && !since.get().isBefore(until.orElse(Instant.MAX))) {
            throw GraphProblems.PARAM_NOT_BEFORE.refuse("since", "until");
        }
        // Times on the wire have whole seconds, so the second that `until` names belongs to the range.
        Id above = since.map(time -> new Id(Math.max(0, Id.floor(time).value() - 1)))
                .orElse(Id.LOWEST);
        Id below = until.map(time -> Id.floor(time.plusSeconds(1))).orElse(Id.HIGHEST);
        return new Window(above, below, false, limit);
    }

    private Optional<Id> cursor(String name) {
        return params.text(name)
                .map(text -> Cursor.read(edge, text).orElseThrow(() -> GraphProblems.CURSOR_INVALID.refuse(name)));
    }
}
