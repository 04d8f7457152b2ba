package bobbin.sql;

import bobbin.base.Id;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often this process has written to the tables that somebody watches, slot by slot. Counted by looking at the statements, so that no
 * write can be forgotten. A statement that names no slot counts for all of them.
 */
final class OwnWrites {
    private static final Pattern TABLE =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+).*", Pattern.DOTALL);
    private static final String ANY = "";
    /** Stands for all slots. */
    static final int EVERYWHERE = Id.SLOTS;

    private final Map<String, AtomicLongArray> watched = new ConcurrentHashMap<>();
    /** Statements are few, because they are constants or made of constants. */
    private final Map<String, String> tables = new ConcurrentHashMap<>();

    /** A statement that changed rows of a slot, or {@link #EVERYWHERE}. */
    record Write(String sql, int slot) {}

    /** One counter for each slot of a table. */
    AtomicLongArray watch(String table) {
        return watched.computeIfAbsent(table, _ -> new AtomicLongArray(Id.SLOTS + 1));
    }

    /** These are committed. */
    void count(List<Write> writes) {
        for (Write write : writes) {
            String table = tables.computeIfAbsent(write.sql(), OwnWrites::table);
            if (table.equals(ANY)) {
                watched.values().forEach(counters -> counters.incrementAndGet(EVERYWHERE));
            } else if (watched.containsKey(table)) {
                watch(table).incrementAndGet(write.slot());
            }
        }
    }

    /** The table that a statement changes; any, if that cannot be told. */
    private static String table(String sql) {
        Matcher matcher = TABLE.matcher(sql);
        return matcher.matches() ? matcher.group(1) : ANY;
    }
}
