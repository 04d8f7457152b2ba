package bobbin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Images and videos: how many are taken, how much memory that needs, and what it does to those who publish meanwhile. */
final class Media {
    private static final int VIDEOS = 8;
    private static final int CLIENTS = 4;
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Bobbin bobbin;
    private final Plan plan;

    Media(Bobbin bobbin, Plan plan) {
        this.bobbin = bobbin;
        this.plan = plan;
    }

    /** What taking in eight videos at once took: seconds, and the most memory beyond that of an idle server, in MiB. */
    record Videos(double seconds, double memory) {}

    /** For a server that has just started and has nothing else to do. */
    Videos videos() throws Exception {
        try (Origin origin = new Origin(plan.videoBytes());
                Wire wire = new Wire(bobbin.subject().port())) {
            Subject.pause(IDLE.toMillis());
            double idle = bobbin.subject().resident();
            double most = idle;
            long begin = System.nanoTime();
            List<String> containers = draftVideos(wire, origin);
            while (bobbin.areInProgress(wire, containers)) {
                most = Math.max(most, bobbin.subject().resident());
                Subject.pause(STEP.toMillis());
            }
            return new Videos((System.nanoTime() - begin) / 1e9, most - idle);
        }
    }

    /** How many texts are published per second while eight videos are taken in, again and again. */
    double publishesBeside() throws Exception {
        try (Origin origin = new Origin(plan.videoBytes());
                Wire wire = new Wire(bobbin.subject().port());
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            AtomicBoolean enough = new AtomicBoolean();
            Future<?> videos = other.submit(() -> {
                while (!enough.get()) {
                    List<String> containers = draftVideos(wire, origin);
                    while (bobbin.areInProgress(wire, containers)) {
                        Subject.pause(STEP.toMillis());
                    }
                }
                return true;
            });
            double perSecond =
                    Load.run(CLIENTS, plan.round(), bobbin.publishing()).perSecond();
            enough.set(true);
            videos.get();
            return perSecond;
        }
    }

    /** The same without videos. */
    double publishes() throws Exception {
        plan.warm(CLIENTS, bobbin.publishing());
        return Load.run(CLIENTS, plan.round(), bobbin.publishing()).perSecond();
    }

    /** Images of 1440 by 960 that were fetched, made anew and kept, per second. */
    double images() throws Exception {
        try (Origin origin = new Origin(plan.videoBytes())) {
            Load.Client client = drafting("IMAGE", "image_url", origin.url("image.jpg"));
            plan.warm(CLIENTS, client);
            return Load.run(CLIENTS, plan.round(), client).perSecond();
        }
    }

    private List<String> draftVideos(Wire wire, Origin origin) throws IOException {
        List<String> containers = new ArrayList<>();
        for (int i = 0; i < VIDEOS; i++) {
            containers.add(bobbin.draft(wire, "VIDEO", "video_url", origin.url("video.mp4")));
        }
        return containers;
    }

    private Load.Client drafting(String type, String name, String url) {
        return _ -> {
            Wire wire = new Wire(bobbin.subject().port());
            return new Load.Deed() {
                @Override
                public void once() throws IOException {
                    bobbin.draft(wire, type, name, url);
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }
}
