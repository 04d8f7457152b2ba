package bobbin.card;

import bobbin.post.Poll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A poll as a page shows it.
 *
 * @param told whether the viewer is shown how others voted: once it has ended or the viewer has voted, and its author always (15 §15.14)
 * @param open whether the viewer may vote
 */
public record Ballot(List<Choice> choices, long total, Instant end, boolean ended, boolean told, boolean open) {

    public Ballot {
        choices = List.copyOf(choices);
    }

    /** One answer, how many chose it, how many of a hundred voters that is, and whether the viewer is one of them. */
    public record Choice(String text, long votes, long percent, boolean chosen) {}

    /** Who looks at a poll. */
    enum Voter {
        /** Has not signed in. */
        STRANGER,
        AUTHOR,
        OTHER
    }

    /**
     * A poll as somebody sees it.
     *
     * @param votes per option; options at the end that have none may be missing
     * @param chosen the option for which the viewer voted, if any; 0 is the first
     */
    static Ballot of(Poll poll, List<Long> votes, Optional<Integer> chosen, Voter voter, Instant end, Instant now) {
        long total = votes.stream().mapToLong(Long::longValue).sum();
        List<Choice> choices = IntStream.range(0, poll.options().size())
                .mapToObj(i -> choice(
                        poll.options().get(i),
                        i < votes.size() ? votes.get(i) : 0,
                        total,
                        chosen.filter(option -> option == i).isPresent()))
                .toList();
        boolean ended = !now.isBefore(end);
        boolean told = ended || chosen.isPresent() || voter == Voter.AUTHOR;
        return new Ballot(choices, total, end, ended, told, !told && voter == Voter.OTHER);
    }

    private static Choice choice(String text, long votes, long total, boolean chosen) {
        return new Choice(text, votes, total == 0 ? 0 : Math.round(100.0 * votes / total), chosen);
    }
}
