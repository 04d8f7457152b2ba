package bobbin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures a Bobbin in one run and prints tables, as ratios where there is something to compare with. Servers have the first core, the load
 * the second. Rounds are interleaved (ours, bare, bare, ours), because a shared machine is never quiet.
 */
final class Bench {
    private static final int READERS = 16;
    private static final int SEARCHERS = 4;

    private final Plan plan;
    private final Path folder;

    private Bench(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /** Takes the folder for its data, and {@code --smoke} if it only shall be shown that it runs. */
    static void main(String[] args) throws Exception {
        boolean smoke = args.length > 1 && args[1].equals("--smoke");
        new Bench(smoke ? Plan.SMOKE : Plan.WHOLE, Files.createDirectories(Path.of(args[0]))).run();
    }

    private void run() throws Exception {
        Path data = folder.resolve("data");
        try (Bobbin bobbin = Bobbin.start(data)) {
            reads(bobbin);
            publishes(bobbin);
        }
        starts(data);
        try (Bobbin bobbin = Bobbin.start(folder.resolve("talking"))) {
            new Conversing(bobbin, plan.replies()).measure(READERS / 4, plan);
        }
        try (Bobbin bobbin = Bobbin.start(folder.resolve("media"))) {
            media(bobbin);
        }
        Path told = folder.resolve("told");
        try (Bobbin bobbin = Bobbin.start(told);
                Telling telling = new Telling(bobbin, told)) {
            telling.measure(plan);
        }
        try (Bobbin bobbin = Bobbin.start(folder.resolve("searched"))) {
            searches(bobbin);
        }
        Path counted = folder.resolve("counted");
        try (Bobbin bobbin = Bobbin.start(counted)) {
            counts(bobbin, new Counted(bobbin, counted));
        }
        growth(folder.resolve("grown"));
    }

    /** What insights cost, and what counting costs those who read. */
    private void counts(Bobbin bobbin, Counted counted) throws Exception {
        counted.fill(plan.starts() * 10);
        Load.Client reading = Load.sending(bobbin.subject().port(), bobbin.page());
        Stopwatch watch = new Stopwatch(Load.sending(bobbin.subject().port(), counted.request()));
        Load.Result insights = Load.run(SEARCHERS, plan.round(), watch);
        say("");
        say("| counting | per second | half within | p99 |");
        say("| --- | ---: | ---: | ---: |");
        say(
                "| insights over 90 days | %,.0f | %.1f ms | %.1f ms |",
                insights.perSecond(), watch.percentile(50), watch.percentile(99));
        Stopwatch alone = new Stopwatch(reading);
        Load.Result before = Load.run(SEARCHERS, plan.round(), alone);
        say(
                "| page of 25 posts | %,.0f | %.1f ms | %.1f ms |",
                before.perSecond(), alone.percentile(50), alone.percentile(99));
        Stopwatch beside = new Stopwatch(reading);
        Load.Result both = Load.run(
                SEARCHERS + 1,
                plan.round(),
                number -> number == SEARCHERS ? counted.looking().enter(number) : beside.enter(number));
        say(
                "| with views beside it, both | %,.0f | %.1f ms | %.1f ms |",
                both.perSecond(), beside.percentile(50), beside.percentile(99));
    }

    /** What a hundred times as many posts change. */
    private void growth(Path data) throws Exception {
        Growth growth = new Growth(data);
        Grown small;
        try (Bobbin bobbin = Bobbin.start(data)) {
            new Searching(bobbin, plan.grown()).fill();
            small = grown(bobbin);
        }
        long before = growth.posts();
        growth.multiply(plan.times());
        Grown large;
        try (Bobbin bobbin = Bobbin.start(data)) {
            large = grown(bobbin);
        }
        say("");
        say("| posts in all | %,d | %,d | times as dear |", before, growth.posts());
        say("| --- | ---: | ---: | ---: |");
        compare("CPU µs for a page of 25", small.page(), large.page());
        compare("CPU µs for one post", small.post(), large.post());
        compare("µs for a publish, 16 clients", small.publish(), large.publish());
    }

    private static void compare(String what, double small, double large) {
        say("| %s | %.0f | %.0f | %.2f |", what, small, large, large / small);
    }

    /** What reading and publishing cost with so many posts, in microseconds. */
    private record Grown(double page, double post, double publish) {}

    private Grown grown(Bobbin bobbin) throws Exception {
        byte[] page = bobbin.page();
        byte[] post = bobbin.post(bobbin.fill(30));
        plan.warm(READERS, Load.sending(bobbin.subject().port(), page));
        double page25 =
                Measured.of(bobbin.subject(), page, READERS, plan.round()).computing();
        double single =
                Measured.of(bobbin.subject(), post, READERS, plan.round()).computing();
        plan.warm(READERS, bobbin.publishing());
        double perSecond = Load.run(READERS, plan.round(), bobbin.publishing()).perSecond();
        return new Grown(page25, single, 1e6 / perSecond);
    }

    private void reads(Bobbin bobbin) throws Exception {
        byte[] page = bobbin.page();
        byte[] post = bobbin.post(bobbin.fill(60));
        Files.writeString(folder.resolve("page"), bobbin.answer(page).text());
        Files.writeString(folder.resolve("post"), bobbin.answer(post).text());
        say("| read, %d clients | bytes | per second | bare | ratio | CPU µs each | bare | ratio |", READERS);
        say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        try (Subject bare = bare()) {
            compare("page of 25 posts", "page", bobbin.subject(), page, bare);
            compare("one post", "post", bobbin.subject(), post, bare);
        }
        say("");
    }

    private void compare(String what, String name, Subject ours, byte[] request, Subject bare) throws Exception {
        byte[] bareRequest = Wire.get("/" + name);
        plan.warm(READERS, Load.sending(ours.port(), request));
        plan.warm(READERS, Load.sending(bare.port(), bareRequest));
        List<Measured> our = new ArrayList<>();
        List<Measured> others = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            our.add(Measured.of(ours, request, READERS, plan.round()));
            others.add(Measured.of(bare, bareRequest, READERS, plan.round()));
            others.add(Measured.of(bare, bareRequest, READERS, plan.round()));
            our.add(Measured.of(ours, request, READERS, plan.round()));
        }
        Measured mine = Measured.best(our);
        Measured other = Measured.best(others);
        say(
                "| %s | %,d | %,.0f | %,.0f | %.2f | %.0f | %.0f | %.2f |",
                what,
                Files.size(folder.resolve(name)),
                mine.perSecond(),
                other.perSecond(),
                mine.perSecond() / other.perSecond(),
                mine.computing(),
                other.computing(),
                other.computing() / mine.computing());
    }

    private void publishes(Bobbin bobbin) throws Exception {
        say("| durable publishes, two steps each | per second | bare writer | ratio |");
        say("| --- | ---: | ---: | ---: |");
        plan.warm(READERS, bobbin.publishing());
        try (BareWriter writer = new BareWriter(Files.createDirectories(folder.resolve("bare")))) {
            plan.warm(READERS, writer.client());
            for (int clients : List.of(1, 16, 64)) {
                double bare = Load.run(clients, plan.round(), writer.client()).perSecond();
                double ours =
                        Load.run(clients, plan.round(), bobbin.publishing()).perSecond();
                say("| %d clients | %,.0f | %,.0f | %.2f |", clients, ours, bare, ours / bare);
            }
        }
        say("");
    }

    private void media(Bobbin bobbin) throws Exception {
        Media media = new Media(bobbin, plan);
        say("| images and videos | |");
        say("| --- | ---: |");
        Media.Videos videos = media.videos();
        say("| 8 videos of %d MB at once taken in within | %.1f s |", plan.videoBytes() / 1_000_000, videos.seconds());
        say("| memory above idle meanwhile | %.0f MiB |", videos.memory());
        say("| publishes per second, 4 clients | %,.0f |", media.publishes());
        say("| the same beside 8 videos at once | %,.0f |", media.publishesBeside());
        say("| images of 1440 x 960 taken per second | %.0f |", media.images());
        say("");
    }

    private void starts(Path data) throws IOException {
        List<Long> times = new ArrayList<>();
        double resident = 0;
        for (int start = 0; start < plan.starts(); start++) {
            try (Bobbin bobbin = Bobbin.start(data)) {
                times.add(bobbin.subject().startUp().toMillis());
                Subject.pause(3000);
                resident = bobbin.subject().resident();
            }
        }
        times.sort(null);
        say("| start | |");
        say("| --- | ---: |");
        say("| first answer after | %d ms |", times.get(times.size() / 2));
        say("| resident when idle | %.0f MiB |", resident);
    }

    private void searches(Bobbin bobbin) throws Exception {
        Searching searching = new Searching(bobbin, plan.searched());
        searching.fill();
        say("");
        say("| search in %,d posts, %d clients | order | per second | half within | p99 |", plan.searched(), SEARCHERS);
        say("| --- | --- | ---: | ---: | ---: |");
        for (Map.Entry<String, String> query : new TreeMap<>(Searching.queries()).entrySet()) {
            for (String order : List.of("TOP", "RECENT")) {
                Load.Client client = Load.sending(bobbin.subject().port(), searching.request(query.getValue(), order));
                Load.run(SEARCHERS, plan.round(), client);
                Stopwatch watch = new Stopwatch(client);
                Load.Result result = Load.run(SEARCHERS, plan.round(), watch);
                say(
                        "| %s | %s | %,.0f | %.1f ms | %.1f ms |",
                        query.getKey(), order, result.perSecond(), watch.percentile(50), watch.percentile(99));
            }
        }
    }

    private Subject bare() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Subject.start(
                folder.resolve("bare.log"),
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "bobbin.bench.Bare",
                        folder.toString()));
    }

    static void say(String line, Object... values) {
        System.out.println(values.length == 0 ? line : String.format(Locale.ROOT, line, values));
    }
}
