package bobbin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Many posts made of words as languages have them, a few common and most rare, and what is searched in them. */
final class Searching {
    private static final int WORDS = 20_000;
    private static final int WORDS_OF_A_POST = 14;
    private static final int MOST_CLIENTS = 16;

    private final Bobbin bobbin;
    private final int posts;

    Searching(Bobbin bobbin, int posts) {
        this.bobbin = bobbin;
        this.posts = posts;
    }

    /** What is searched, by how it is called. */
    static Map<String, String> queries() {
        return Map.of(
                "a rare word",
                word(WORDS / 2),
                "two common words",
                word(0) + " " + word(1),
                "a phrase",
                "\"" + word(0) + " " + word(2) + "\"",
                "a word of every post",
                "everywhere");
    }

    void fill() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        Load.runTimes(MOST_CLIENTS, posts / MOST_CLIENTS, client -> {
            Wire wire = new Wire(bobbin.subject().port());
            return new Load.Deed() {
                @Override
                public void once() throws IOException {
                    bobbin.publishAtOnce(wire, client, text(number.getAndIncrement()));
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        });
    }

    /** A page of what a query finds, as a widely used client asks for it. */
    byte[] request(String query, String type) {
        return Wire.get("/v1.0/keyword_search?fields=id,text,media_type,permalink,timestamp,username,is_quote_post"
                + "&search_type=" + type + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&access_token="
                + bobbin.token(0));
    }

    /** The word of a rank is about as common as its place in a language lets it be. */
    private static String text(int number) {
        Random chance = new Random(number);
        StringBuilder text = new StringBuilder("everywhere");
        for (int i = 1; i < WORDS_OF_A_POST; i++) {
            text.append(' ').append(word((int) (WORDS * Math.pow(chance.nextDouble(), 4))));
        }
        return text.toString();
    }

    private static String word(int rank) {
        return "w" + Integer.toString(rank * 7919 % 1_000_003, 36);
    }
}
