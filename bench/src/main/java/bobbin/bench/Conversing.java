package bobbin.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A long conversation under one post, a third of it nested, which its owner reads page by page. */
final class Conversing {
    private static final String FIELDS = "id,text,username,permalink,timestamp,media_product_type,media_type,shortcode,"
            + "has_replies,root_post,replied_to,is_reply,is_reply_owned_by_me,hide_status";
    private static final Pattern NEXT = Pattern.compile("\"after\":\"([^\"]+)\"\\},\"next\"");
    private static final int PAGE = 100;

    private final Bobbin bobbin;
    private final int replies;

    Conversing(Bobbin bobbin, int replies) {
        this.bobbin = bobbin;
        this.replies = replies;
    }

    /** Fills it, and lets so many clients read it, both ways. */
    void measure(int clients, Plan plan) throws Exception {
        String root = fill();
        Bench.say("");
        Bench.say("| %,d replies, pages of 100, %d clients | pages per second | half within | p99 |", replies, clients);
        Bench.say("| --- | ---: | ---: | ---: |");
        for (String edge : List.of("conversation", "replies")) {
            Load.Client client = reading(root, edge);
            plan.warm(clients, client);
            Stopwatch watch = new Stopwatch(client);
            Load.Result result = Load.run(clients, plan.round(), watch);
            Bench.say(
                    "| /%s | %,.0f | %.1f ms | %.1f ms |",
                    edge, result.perSecond(), watch.percentile(50), watch.percentile(99));
        }
    }

    /** Publishes a post and its replies; the id of the post. */
    private String fill() throws IOException {
        try (Wire wire = new Wire(bobbin.subject().port())) {
            String root = bobbin.publishAtOnce(wire, 0, "Tea or coffee?");
            String above = root;
            for (int number = 0; number < replies; number++) {
                String target = number % 3 == 2 ? above : root;
                above = bobbin.publishAtOnce(
                        wire,
                        number,
                        "An answer of some length, with a reason. It is number " + number,
                        "reply_to_id=" + target);
            }
            return root;
        }
    }

    /** A client that reads the next page each time, and begins anew at the end. */
    private Load.Client reading(String root, String edge) {
        String first = "/v1.0/" + root + "/" + edge + "?limit=" + PAGE + "&fields=" + FIELDS + "&access_token="
                + bobbin.token(0);
        return _ -> {
            Wire wire = new Wire(bobbin.subject().port());
            return new Load.Deed() {
                private String page = first;

                @Override
                public void once() throws IOException {
                    Wire.Answer answer = wire.send(Wire.get(page));
                    if (answer.status() != 200) {
                        throw new IOException("Status " + answer.status() + ": " + answer.text());
                    }
                    Matcher next = NEXT.matcher(answer.text());
                    page = next.find() ? first + "&after=" + next.group(1) : first;
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }
}
