package bobbin.post;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How what hangs below a text is shown (07 §7.6). */
final class AttachmentGraph {
    private static final int DECIMALS = 2;

    private AttachmentGraph() {}

    /** With the shares of the votes (07 §7.6.1). */
    static Map<String, Object> poll(Poll poll, List<Long> votes, Instant end) {
        long total = votes.stream().mapToLong(Long::longValue).sum();
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < poll.options().size(); i++) {
            members.put(Poll.LETTERS.get(i), poll.options().get(i));
        }
        for (int i = 0; i < poll.options().size(); i++) {
            members.put(Poll.LETTERS.get(i) + "_votes_percentage", share(i < votes.size() ? votes.get(i) : 0, total));
        }
        members.put("total_votes", total);
        members.put("expiration_timestamp", end);
        return members;
    }

    /** A fraction of 0 to 1 with two decimals, half up; 0 as long as nobody voted. */
    private static BigDecimal share(long votes, long total) {
        return total == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(votes)
                        .divide(BigDecimal.valueOf(total), DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    static Map<String, Object> longText(LongText text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("plaintext", text.plaintext());
        text.link().ifPresent(link -> members.put("link_attachment_url", link));
        if (!text.styles().isEmpty()) {
            members.put(
                    "text_with_styling_info",
                    text.styles().stream().map(AttachmentGraph::styled).toList());
        }
        return members;
    }

    private static Map<String, Object> styled(Styled range) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("offset", range.offset());
        members.put("length", range.length());
        members.put(
                "styling_info", range.styles().stream().map(Styled.Style::word).toList());
        return members;
    }

    static Optional<Map<String, Object>> entities(List<Spoiler> spoilers) {
        return spoilers.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "data", spoilers.stream().map(AttachmentGraph::entity).toList()));
    }

    private static Map<String, Object> entity(Spoiler spoiler) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("entity_type", "SPOILER");
        shown.put("offset", spoiler.offset());
        shown.put("length", spoiler.length());
        return shown;
    }
}
