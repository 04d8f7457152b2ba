package bobbin.insight;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.MANAGE_INSIGHTS;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.WireTime;
import bobbin.post.Post;
import bobbin.post.PostFields;
import bobbin.post.Posts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Insights of a post and of a profile (11 §11.1, 11 §11.2). */
public final class InsightGraph implements GraphPart {
    /** 2024-04-13 07:00 UTC: nothing older can be asked for (11 §11.2). */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1712991600);

    private static final Duration DAY = Duration.ofDays(1);

    private static final Fields<PostInsight> OF_POST = Fields.<PostInsight>withoutId()
            .and("name", insight -> insight.metric().wire())
            .and("period", _ -> "lifetime")
            .and("values", insight -> List.of(Map.of("value", insight.value())))
            .and("title", insight -> insight.metric().title())
            .and("description", insight -> insight.metric().description())
            .and(
                    "id",
                    insight -> insight.post() + "/insights/" + insight.metric().wire() + "/lifetime")
            .allByDefault();

    private static final Fields<UserInsight> OF_USER = Fields.<UserInsight>withoutId()
            .and("name", insight -> insight.metric().wire())
            .and("period", _ -> "day")
            .and("values", insight -> values(insight.figure()))
            .and("title", insight -> insight.metric().wire())
            .and("description", insight -> insight.metric().description())
            .and("total_value", insight -> total(insight.figure()))
            .and("link_total_values", insight -> links(insight.figure()))
            .and(
                    "id",
                    insight -> insight.user() + "/insights/" + insight.metric().wire() + "/day")
            .allByDefault();

    private final Insights insights;
    private final Posts posts;
    private final PostFields fields;
    private final ZoneId zone;

    private record PostInsight(Id post, PostMetric metric, long value) {}

    private record UserInsight(String user, UserMetric metric, Figure figure) {}

    /** @param zone of times and days that name none */
    public InsightGraph(Insights insights, Posts posts, PostFields fields, ZoneId zone) {
        this.insights = insights;
        this.posts = posts;
        this.fields = fields;
        this.zone = zone;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.POST).whole("insights", needs(BASIC, MANAGE_INSIGHTS), OF_POST, this::ofPost);
        edges.on(Id.Kind.ACCOUNT)
                .spanning("threads_insights", needs(BASIC, MANAGE_INSIGHTS), OF_USER, this::ofUser, this::neighbours);
    }

    /** Reposts and items of carousels have no numbers of their own. */
    private List<PostInsight> ofPost(Call call) {
        Post post = posts.readable(call.viewer().app(), fields.onlooker(call), call.node())
                .orElseThrow(call::missing);
        if (!post.author().equals(call.self())) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        Set<PostMetric> metrics = metrics(call, PostMetric.ALL, PostMetric::wire);
        if (post.content().references().reposted().isPresent() || post.isChild()) {
            return List.of();
        }
        Numbers numbers = insights.of(post);
        return metrics.stream()
                .map(metric -> new PostInsight(post.id(), metric, metric.of(numbers)))
                .toList();
    }

    private List<UserInsight> ofUser(Call call) {
        Set<UserMetric> metrics = metrics(call, UserMetric.ALL, UserMetric::wire);
        Range range = range(call);
        String user = user(call);
        return insights.report(call.self(), metrics, range, breakdown(call, metrics)).entrySet().stream()
                .map(each -> new UserInsight(user, each.getKey(), each.getValue()))
                .toList();
    }

    /** Each once, in its first place. */
    private static <M> Set<M> metrics(Call call, List<M> known, Function<M, String> wire) {
        List<String> names = call.params().list("metric");
        if (names.isEmpty()) {
            throw GraphProblems.PARAM_REQUIRED.refuse("metric");
        }
        Set<M> metrics = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String place = "metric[" + i + "]";
            metrics.add(known.stream()
                    .filter(each -> wire.apply(each).equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> GraphProblems.PARAM_NO_CHOICE.refuse(
                            place, known.stream().map(wire).collect(Collectors.joining(", ")), name)));
        }
        return metrics;
    }

    /** Empty if it is needed for nothing, or if followers are left out because none or several are named (00 decision 4). */
    private static Optional<Breakdown> breakdown(Call call, Set<UserMetric> metrics) {
        boolean isAlone = metrics.size() == 1;
        if (!metrics.contains(UserMetric.FOLLOWER_DEMOGRAPHICS)
                || (!isAlone && call.params().list("breakdown").size() != 1)) {
            return Optional.empty();
        }
        return Optional.of(call.params()
                .one("breakdown", List.of(Breakdown.values()), Breakdown::wire)
                .orElseThrow(() -> GraphProblems.PARAM_REQUIRED.refuse("breakdown")));
    }

    /** The last 24 hours, or those before {@code until}, if no more is said. */
    private Range range(Call call) {
        Optional<Instant> since = moment(call, "since");
        Optional<Instant> until = moment(call, "until");
        Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
        Instant end = until.orElseGet(() -> since.filter(now::isBefore).orElse(now));
        Range range = new Range(since.orElseGet(() -> end.minus(DAY)), end, now);
        if (range.since().isAfter(range.until())) {
            throw GraphProblems.PARAM_NOT_BEFORE.refuse("since", "until");
        }
        return range;
    }

    private Optional<Instant> moment(Call call, String name) {
        Optional<Instant> moment =
                call.params().moment(name, zone, call.now()).map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        if (moment.filter(EARLIEST::isAfter).isPresent()) {
            throw GraphProblems.PARAM_TOO_SMALL.refuse(name, EARLIEST.getEpochSecond());
        }
        return moment;
    }

    /** The id by which the app knows the person, also if it said {@code me}. */
    private static String user(Call call) {
        return call.viewer().scopedId().orElseThrow();
    }

    /** The ranges before and after this one, also in the future. */
    private Map<String, Map<String, String>> neighbours(Call call) {
        Range range = range(call);
        Map<String, Map<String, String>> neighbours = new LinkedHashMap<>();
        neighbours.put("previous", times(range.previous()));
        neighbours.put("next", times(range.next()));
        return neighbours;
    }

    private static Map<String, String> times(Range range) {
        Map<String, String> times = new LinkedHashMap<>();
        times.put("since", Long.toString(range.since().getEpochSecond()));
        times.put("until", Long.toString(range.until().getEpochSecond()));
        return times;
    }

    private static Optional<Object> values(Figure figure) {
        if (!(figure instanceof Figure.Series(Map<Instant, Long> days))) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        days.forEach((start, n) -> values.add(members("value", n, "end_time", WireTime.of(start))));
        return Optional.of(values);
    }

    private static Optional<Object> total(Figure figure) {
        return switch (figure) {
            case Figure.Total(long value) -> Optional.of(Map.of("value", value));
            case Figure.Shares shares -> Optional.of(Map.of("breakdowns", List.of(breakdown(shares))));
            case Figure.Series _, Figure.Links _ -> Optional.empty();
        };
    }

    private static Object breakdown(Figure.Shares shares) {
        List<Object> results = new ArrayList<>();
        shares.followers().forEach((value, n) -> results.add(members("dimension_values", List.of(value), "value", n)));
        return members("dimension_keys", List.of(shares.by().wire()), "results", results);
    }

    /** Nothing rather than an empty list (11 §11.2, Shape 3). */
    private static Optional<Object> links(Figure figure) {
        return figure instanceof Figure.Links(List<LinkClicks> links) && !links.isEmpty()
                ? Optional.of(links.stream()
                        .map(link -> members("value", link.clicks(), "link_url", link.url()))
                        .toList())
                : Optional.empty();
    }

    private static Map<String, Object> members(String first, Object one, String second, Object two) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }
}
