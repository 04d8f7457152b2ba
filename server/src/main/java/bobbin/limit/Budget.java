package bobbin.limit;

import bobbin.base.Id;
import bobbin.limit.Allowance.Enforced;
import bobbin.limit.LimitSettings.Calls;
import bobbin.limit.LimitSettings.Profile;
import bobbin.limit.Tally.Count;
import bobbin.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The call budget (05 §4): how many calls an app may make on behalf of a person within 24 hours. Every call counts, whatever becomes of it,
 * and is refused before anything is done for it.
 */
public final class Budget implements AutoCloseable {
    /** Beside the names of {@link Limit}, the kind under which an account or app has a number of its own. */
    private static final String CALLS = "CALLS";

    private static final int HOUR = 12;
    private static final long NANOS = 1_000_000;

    private final Database database;
    private final LimitSettings settings;
    private final Impressions impressions;
    private final InstantSource time;
    private final CallLog log;
    private final QuotaStore totals = new QuotaStore();
    private final Map<Caller, Granted> granted = new ConcurrentHashMap<>();

    /** How much a caller has, looked up again with each bucket. */
    private record Granted(long bucket, Allowance allowance) {}

    /** @param executor on which counts are written down */
    public Budget(
            Database database, LimitSettings settings, Impressions impressions, InstantSource time, Executor executor) {
        this.database = database;
        this.settings = settings;
        this.impressions = impressions;
        this.time = time;
        this.log = new CallLog(database, time, executor);
    }

    /**
     * Counts one call of an app on behalf of a person, or of the app itself, and says how much of the budget is used up, this call
     * included.
     */
    public Spending count(Id app, Optional<Id> account) {
        Instant now = time.instant();
        log.saveIfDue(now);
        return allowances(app, account, Tally.bucket(now)).entrySet().stream()
                .map(each -> count(log.of(each.getKey()), each.getValue(), now))
                .reduce(Spending.NONE, Spending::and);
    }

    /** Adds the time that a call took. */
    public void took(Id app, Optional<Id> account, long nanos) {
        long bucket = Tally.bucket(time.instant());
        allowances(app, account, bucket)
                .keySet()
                .forEach(caller -> log.of(caller).count(bucket, new Count(0, nanos)));
    }

    /** Gives an account, or everybody who uses an app, another number of calls in 24 hours; or takes that away again. */
    public void give(Id accountOrApp, Optional<Integer> calls) {
        database.change(tx -> totals.setTotal(tx, accountOrApp, CALLS, calls));
        granted.clear();
    }

    /** Deletes what counts nowhere any more. To be done once a day. */
    public void forget() {
        long bucket = Tally.bucket(time.instant());
        granted.values().removeIf(known -> known.bucket() < bucket);
        log.forget();
    }

    /** Writes down what was counted. */
    @Override
    public void close() {
        log.save();
    }

    private static Spending count(Tally tally, Allowance allowance, Instant now) {
        long bucket = Tally.bucket(now);
        tally.count(bucket, Count.CALL);
        Count used = tally.sum(bucket, allowance.buckets());
        return new Spending(
                allowance.callPercent(used),
                allowance.cpuPercent(used),
                allowance.totalPercent(used),
                allowance.isBeyond(used) ? Optional.of(wait(tally, allowance, now)) : Optional.empty());
    }

    private static Duration wait(Tally tally, Allowance allowance, Instant now) {
        long inTheWay = tally.inTheWay(Tally.bucket(now), allowance);
        return Duration.between(now, Tally.leaves(inTheWay, allowance.buckets()));
    }

    /** What is counted for a call, and against what. */
    private Map<Caller, Allowance> allowances(Id app, Optional<Id> account, long bucket) {
        if (settings.profile() != Profile.HOURLY) {
            Caller pair = Caller.pair(app, account);
            return Map.of(pair, granted(pair, bucket));
        }
        Map<Caller, Allowance> both = new LinkedHashMap<>();
        account.ifPresent(person ->
                both.put(Caller.alone(person), hourly(settings.hourly().perUser())));
        both.put(Caller.alone(app), hourly(settings.hourly().perApp()));
        return both;
    }

    private static Allowance hourly(int calls) {
        return new Allowance(HOUR, calls, Long.MAX_VALUE, Long.MAX_VALUE, Enforced.CALLS);
    }

    private Allowance granted(Caller pair, long bucket) {
        Granted known = granted.get(pair);
        if (known == null || known.bucket() != bucket) {
            known = new Granted(bucket, daily(pair));
            granted.put(pair, known);
        }
        return known.allowance();
    }

    private Allowance daily(Caller pair) {
        Calls each = settings.calls();
        long views = pair.app().isPresent() ? impressions.ofLastDay(pair.owner()) : 0;
        long counted = Math.max(each.minImpressions(), views);
        Optional<Integer> own = database.read(tx -> totals.total(tx, pair.owner(), CALLS)
                .or(() -> pair.app().flatMap(app -> totals.total(tx, app, CALLS))));
        return new Allowance(
                Tally.BUCKETS,
                own.map(Integer::longValue).orElse(counted * each.perImpression()),
                counted * each.cpuTimePerImpression() * NANOS,
                counted * each.timePerImpression() * NANOS,
                enforced());
    }

    private Enforced enforced() {
        if (settings.profile() == Profile.OFF) {
            return Enforced.NOTHING;
        }
        return settings.calls().timeEnabled() ? Enforced.CALLS_AND_TIME : Enforced.CALLS;
    }
}
