package bobbin.card;

import bobbin.post.Poll;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A poll as a page shows it.
 *
 * @param told whether the viewer is shown how others voted: once it has ended, and its author always (15 §15.14)
 */
public record Ballot(List<Choice> choices, long total, Instant end, boolean ended, boolean told) {

    public Ballot {
        choices = List.copyOf(choices);
    }

    /** One answer, how many chose it, and how many of a hundred voters that is. */
    public record Choice(String text, long votes, long percent) {}

    /** @param votes per option; options at the end that have none may be missing */
    static Ballot of(Poll poll, List<Long> votes, Instant end, Instant now, boolean own) {
        long total = votes.stream().mapToLong(Long::longValue).sum();
        List<Choice> choices = IntStream.range(0, poll.options().size())
                .mapToObj(i -> choice(poll.options().get(i), i < votes.size() ? votes.get(i) : 0, total))
                .toList();
        boolean ended = !now.isBefore(end);
        return new Ballot(choices, total, end, ended, ended || own);
    }

    private static Choice choice(String text, long votes, long total) {
        return new Choice(text, votes, total == 0 ? 0 : Math.round(100.0 * votes / total));
    }
}
