package bobbin.lab;

import bobbin.account.Accounts;
import bobbin.script.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened before the first start of a developer's Bobbin: forty days in which people joined, followed, wrote, replied, liked and
 * voted (15 §15.20). Told as acts of scripts, under a clock that stands in the past and is moved on between them.
 */
public final class History {
    /** How long before the first start it begins. */
    public static final Duration LENGTH = Duration.ofDays(40);

    private static final int FOLLOWERS_OF_BOB = 99;

    private final Accounts accounts;
    private final Seed seed;
    private final Acts acts;
    private final LabClock clock;
    private final Beginning beginning;
    private final Instant end;

    /**
     * A history that has not happened yet.
     *
     * @param end when it is over; until then the clock stands
     */
    public History(Accounts accounts, Seed seed, Acts acts, LabClock clock, Beginning beginning, Instant end) {
        this.accounts = accounts;
        this.seed = seed;
        this.acts = acts;
        this.clock = clock;
        this.beginning = beginning;
        this.end = end;
    }

    /** Lets it happen, unless it has; then the clock goes on. */
    public void happen() {
        if (accounts.byUsername("threads").isEmpty()) {
            beginning.during(this::tell);
        }
        clock.goOn();
    }

    private void tell() {
        ago(LENGTH);
        seed.enrol();
        Crowd crowd = Crowd.join(accounts);
        ago(Duration.ofDays(30));
        befriend(crowd);
        writeForLong(crowd);
        writeLately(crowd);
    }

    private void befriend(Crowd crowd) {
        Crowd.together(crowd.some(0, Crowd.SIZE), each -> act(each, "follow", "user", "threads"));
        Crowd.together(crowd.some(0, Crowd.SIZE - 8), each -> act(each, "follow", "user", "ann"));
        Crowd.together(crowd.some(0, FOLLOWERS_OF_BOB - 2), each -> act(each, "follow", "user", "bob"));
        act("ann", "follow", "user", "bob");
        act("dan", "follow", "user", "bob");
        act("bob", "follow", "user", "ann");
        act("ann", "follow", "user", "cleo");
        act("cleo", "accept", "user", "ann");
        act(crowd.username(3), "follow", "user", "cleo");
    }

    private void writeForLong(Crowd crowd) {
        ago(Duration.ofDays(28));
        String welcome =
                write("threads", "post", "text", "Welcome to Bobbin, a Threads of your own.", "topic_tag", "Bobbin");
        lookAt(crowd.some(0, 60), welcome);
        like(crowd.some(0, 40), welcome);
        act("bob", "repost", "post", welcome);
        ago(Duration.ofDays(21));
        String tea = write("threads", "post", "text", "Tea or coffee on release day?", "poll", "Tea,Coffee,Water");
        vote(crowd.some(0, 24), tea, "1");
        vote(crowd.some(24, 42), tea, "2");
        vote(crowd.some(42, 48), tea, "3");
        ago(Duration.ofDays(14));
        String plants =
                write("ann", "post", "text", "My tomato plants are taller than me now.", "topic_tag", "Gardening");
        lookAt(crowd.some(5, 80), plants);
        like(crowd.some(10, 65), plants);
        ago(Duration.ofDays(14).minusMinutes(20));
        String question = write("bob", "reply", "post", plants, "text", "How often do you water them?");
        ago(Duration.ofDays(14).minusMinutes(40));
        String answer = write("ann", "reply", "post", question, "text", "Every evening, and twice when it is hot.");
        ago(Duration.ofDays(14).minusHours(1));
        String thanks = write("bob", "reply", "post", answer, "text", "Thank you, I will try that.");
        like(List.of("ann"), thanks);
        ago(Duration.ofDays(13));
        lookAt(crowd.some(70, 110), plants);
        act(crowd.username(0), "reply", "post", plants, "text", "Mine are still tiny.");
        act("dan", "quote", "post", plants, "text", "So that is what a garden can be.");
        ago(Duration.ofDays(12));
        act("cleo", "post", "text", "For friends only: I moved to Paris.");
        ago(Duration.ofDays(6));
        shun(crowd, plants);
    }

    /** What ann keeps away from her post. */
    private void shun(Crowd crowd, String post) {
        act("ann", "hideWord", "word", "buy followers");
        act("ann", "restrict", "user", crowd.username(1));
        act(crowd.username(1), "reply", "post", post, "text", "Tomatoes are boring.");
        act(crowd.username(2), "reply", "post", post, "text", "Buy followers here!");
        act(crowd.username(4), "reply", "post", post, "text", "You are doing it all wrong.");
        String rude = write(crowd.username(7), "reply", "post", post, "text", "Who cares?");
        act("ann", "hide", "post", rude);
        act("ann", "block", "user", crowd.username(4));
    }

    private void writeLately(Crowd crowd) {
        ago(Duration.ofDays(5));
        act("ann", "post", "text", "Nobody will remember this tomorrow.", "is_ghost_post", "true");
        ago(Duration.ofDays(4));
        act(
                "threads",
                "post",
                "text",
                "Only in North America: the stickers are here.",
                "allowlisted_country_codes",
                "US,CA");
        String guide = recommend(crowd);
        ago(Duration.ofDays(2));
        String ask = write("ann", "post", "text", "Ask me anything about seeds.", "enable_reply_approvals", "true");
        ago(Duration.ofDays(2).minusHours(1));
        String easy = write(crowd.username(5), "reply", "post", ask, "text", "Which tomato is the easiest?");
        String spam = write(crowd.username(2), "reply", "post", ask, "text", "Look at my profile!");
        act(crowd.username(6), "reply", "post", ask, "text", "May I have some of yours?");
        act("ann", "approve", "post", easy);
        act("ann", "ignore", "post", spam);
        ago(Duration.ofDays(1));
        lookAt(crowd.some(50, 65), guide);
        ago(Duration.ofHours(5));
        String poll = write("ann", "post", "text", "What shall I plant next?", "poll", "Beans,Peas");
        vote(crowd.some(10, 19), poll, "1");
        vote(crowd.some(19, 22), poll, "2");
        ago(Duration.ofHours(2));
        act("ann", "post", "text", "Gone by tomorrow: I talk to my plants.", "is_ghost_post", "true");
        act("bob", "post", "text", "Thanks to @ann my balcony is green.");
        act(crowd.username(Crowd.SIZE - 1), "deactivate");
    }

    /** A post with a link that people follow. */
    private String recommend(Crowd crowd) {
        String link = "https://example.org/tomatoes";
        String guide = write("ann", "post", "text", "What I read about tomatoes: " + link);
        ago(Duration.ofDays(3));
        lookAt(crowd.some(20, 50), guide);
        Crowd.together(crowd.some(20, 29), each -> act(each, "click", "post", guide, "url", link));
        Crowd.together(crowd.some(20, 40), each -> act(each, "viewProfile", "user", "ann"));
        act(crowd.username(20), "share", "post", guide);
        return guide;
    }

    private void lookAt(List<String> people, String post) {
        Crowd.together(people, each -> act(each, "view", "post", post));
    }

    private void like(List<String> people, String post) {
        Crowd.together(people, each -> act(each, "like", "post", post));
    }

    private void vote(List<String> people, String post, String option) {
        Crowd.together(people, each -> act(each, "vote", "post", post, "option", option));
    }

    private void ago(Duration time) {
        clock.standAt(end.minus(time));
    }

    /** Does something as somebody; names and values follow each other. */
    private Map<String, Object> act(String as, String act, String... said) {
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < said.length; i += 2) {
            arguments.put(said[i], said[i + 1]);
        }
        return acts.run(Optional.of(as), act, arguments);
    }

    /** The id of what somebody writes. */
    private String write(String as, String act, String... said) {
        return Objects.requireNonNull(act(as, act, said).get("id")).toString();
    }
}
