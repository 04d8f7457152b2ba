package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.graph.Edge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which edge shows which field of a post, as the table of 07 §7.3.1 says it. */
class ShownFieldsTest {
    private static final List<String> EDGES = List.of(
            "GET /{post}",
            "GET /{account}/threads",
            "GET /{account}/ghost_posts",
            "GET /{account}/replies",
            "GET /{post}/replies",
            "GET /{post}/conversation",
            "GET /{post}/pending_replies",
            "GET /keyword_search",
            "GET /profile_posts",
            "GET /{account}/mentions");

    /** For each group of fields a sign for each edge: a minus is never; whether it is then shown depends on the post and on who asks. */
    private static final String TABLE = """
            x x x x x x x x x x | id media_product_type media_type media_url gif_url permalink username text timestamp shortcode
            x x x x x x x x x x | thumbnail_url children is_quote_post quoted_post
            x x x - - - - - - - | owner
            x x - - - - - x x - | reposted_post
            x x x x x x x x x x | alt_text link_attachment_url poll_attachment topic_tag location_id location is_spoiler_media
            x x x x x x x x x x | text_entities text_attachment
            x x - x x x x - - - | allowlisted_country_codes
            x x x - - - - - - - | ghost_post_status ghost_post_expiration_timestamp
            x x x x x x x x x x | has_replies is_reply root_post replied_to
            x - - x x x x - - x | is_reply_owned_by_me
            x - - - x x x - - - | hide_status
            x x x x x x x x - x | reply_audience
            x x x x x x x x x x | is_verified profile_picture_url
            x - - - - - x - - - | reply_approval_status
            """;

    @TempDir
    Path folder;

    @Test
    void showsWhatTheTableSays() {
        Map<String, Set<String>> served =
                ServedEdges.of(folder).stream().collect(Collectors.toMap(Edge::signature, Edge::fields));
        for (String line : TABLE.lines().toList()) {
            String[] signs = line.substring(0, line.indexOf('|')).strip().split(" ", -1);
            for (String field : line.substring(line.indexOf('|') + 2).split(" ", -1)) {
                for (int i = 0; i < signs.length; i++) {
                    assertThat(served.getOrDefault(EDGES.get(i), Set.of()).contains(field))
                            .as("%s of %s", field, EDGES.get(i))
                            .isEqualTo(signs[i].equals("x"));
                }
            }
        }
    }
}
