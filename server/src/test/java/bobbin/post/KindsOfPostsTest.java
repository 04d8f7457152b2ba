package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Departures;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.work.Jobs;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Polls, long texts, GIFs, quotes, ghosts, reposts and deletion through the API (04 §5, §13, §16, §17; 07 §7.5, §7.6, §7.9). */
class KindsOfPostsTest {
    private static final String DAY = "2026-";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PublishGraph writing = town.publishGraph();
    private final PostGraph reading = new PostGraph(
            town.posts(),
            new PostFields(
                    town.posts(),
                    town.accounts,
                    _ -> Map.of(),
                    PostVotes.NONE,
                    Town.SETTINGS,
                    new PublicUrls(HttpSettings.from(Setting::standard))));
    private final GraphClient ann = client(town.ann);
    private final GraphClient bob = client(town.bob);

    @Test
    void showsAPollWithoutVotes() {
        String post = publish(
                ann, "text", "Tea?", "poll_attachment", "{\"option_a\":\"Yes\",\"option_b\":\"No\",\"option_c\":\"\"}");

        var shown = ann.get("/" + post, "fields", "media_type,poll_attachment");

        assertThat(shown.at("/media_type")).isEqualTo("TEXT_POST");
        assertThat(shown.text()).contains("""
                "poll_attachment":{"option_a":"Yes","option_b":"No","option_a_votes_percentage":0,"option_b_votes_percentage":0,\
                "total_votes":0,"expiration_timestamp":\"""" + DAY);
        assertThat(ann.get("/" + post, "fields", "poll_attachment{option_b,total_votes}")
                        .text())
                .startsWith("{\"poll_attachment\":{\"option_b\":\"No\",\"total_votes\":0}");
    }

    @Test
    void ignoresAPollOfAnotherShape() {
        String post = publish(ann, "text", "Tea?", "poll_attachment", "[\"Yes\",\"No\"]");

        assertThat(ann.get("/" + post, "fields", "poll_attachment").text()).isEqualTo("{\"id\":\"" + post + "\"}");
    }

    @Test
    void showsALongText() {
        String post = publish(ann, "text", "Notes", "text_attachment", """
                {'plaintext':'Release notes.','link_attachment_url':'https://notes.example/12',
                 'text_with_styling_info':[{'offset':'0','length':7,'styling_info':['Bold','italic']}]}""");

        assertThat(ann.get("/" + post, "fields", "text_attachment").text()).startsWith("""
                {"text_attachment":{"plaintext":"Release notes.","link_attachment_url":"https://notes.example/12",\
                "text_with_styling_info":[{"offset":0,"length":7,"styling_info":["bold","italic"]}]},""");
    }

    @Test
    void takesAMereTextForALongOne() {
        String post = publish(ann, "text_attachment", "All of it.");

        assertThat(ann.get("/" + post, "fields", "text,text_attachment").text())
                .startsWith("{\"text_attachment\":{\"plaintext\":\"All of it.\"}");
    }

    @Test
    void showsWhereAGifIs() {
        String post = publish(ann, "gif_attachment", "{\"gif_id\":\"abc\"}");

        assertThat(ann.get("/" + post, "fields", "gif_url").at("/gif_url"))
                .isEqualTo("https://media.giphy.com/media/abc/giphy.gif");
        assertThat(ann.post("/me/threads", "media_type", "TEXT", "text", "x", "gif_attachment", "x")
                        .at("/error/message"))
                .isEqualTo("The parameter gif_attachment[gif_id] is required");
    }

    @Test
    void quotesWhatTheCallerCanSee() {
        String quoted = publish(bob, "text", "first");
        String post = publish(ann, "text", "so true", "quote_post_id", quoted);

        assertThat(ann.get("/" + post, "fields", "is_quote_post,quoted_post{text}")
                        .text())
                .startsWith("{\"is_quote_post\":true,\"quoted_post\":{\"text\":\"first\",\"id\":\"" + quoted + "\"}");
        assertThat(ann.get("/" + post, "fields", "quoted_post").text())
                .startsWith("{\"quoted_post\":{\"id\":\"" + quoted + "\"}");

        bob.delete("/" + quoted);
        assertThat(ann.get("/" + post, "fields", "is_quote_post,quoted_post").text())
                .isEqualTo("{\"is_quote_post\":true,\"id\":\"" + post + "\"}");
    }

    @Test
    void quotesTheOriginalOfARepost() {
        String original = publish(bob, "text", "first");
        String repost = ann.post("/" + original + "/repost").at("/id");

        String post = publish(ann, "text", "so true", "quote_post_id", repost);

        assertThat(ann.get("/" + post, "fields", "quoted_post").at("/quoted_post/id"))
                .isEqualTo(original);
    }

    @Test
    void refusesToQuoteWhatNobodyCanSee() {
        String hidden = publish(bob, "text", "first");
        town.accounts.makePrivate(town.bob);

        for (String id : new String[] {hidden, "3843852136068678657", "abc", "1"}) {
            assertThat(ann.post("/me/threads", "media_type", "TEXT", "text", "x", "quote_post_id", id)
                            .at("/error/message"))
                    .isEqualTo("Param quote_post_id is not a valid threads_media ID");
        }
    }

    @Test
    void archivesAGhostAfterADay() {
        String ghost = publish(ann, "text", "boo", "is_ghost_post", "true");
        String lasting = publish(ann, "text", "hello");

        assertThat(ann.get("/" + ghost, "fields", "ghost_post_status").at("/ghost_post_status"))
                .isEqualTo("ACTIVE");
        assertThat(ann.get("/me/threads").text()).contains(ghost, lasting);
        assertThat(bob.get("/" + ghost).status()).isEqualTo(200);

        fixture.time.pass(Duration.ofHours(24));

        assertThat(ann.get("/" + ghost, "fields", "ghost_post_status").at("/ghost_post_status"))
                .isEqualTo("ARCHIVED");
        assertThat(ann.get("/me/threads").text()).contains(lasting).doesNotContain(ghost);
        assertThat(ann.get("/me/ghost_posts").text()).contains(ghost).doesNotContain(lasting);
        assertThat(bob.get("/" + ghost).at("/error/error_subcode")).isEqualTo("33");
        assertThat(ann.get("/" + lasting, "fields", "ghost_post_status,ghost_post_expiration_timestamp")
                        .text())
                .isEqualTo("{\"id\":\"" + lasting + "\"}");
    }

    @Test
    void repostsOnce() {
        String original = publish(bob, "text", "first");

        String repost = ann.post("/" + original + "/repost").at("/id");

        assertThat(ann.post("/" + original + "/repost").at("/id")).isEqualTo(repost);
        assertThat(ann.post("/" + repost + "/repost").at("/id")).isEqualTo(repost);
        assertThat(ann.get("/me/threads", "fields", "media_type,is_quote_post,text,reply_audience,reposted_post")
                        .text())
                .contains("[{\"media_type\":\"REPOST_FACADE\",\"is_quote_post\":false,\"reposted_post\":{\"id\":\""
                        + original + "\"},\"id\":\"" + repost + "\"}]");
    }

    @Test
    void letsARepostGoWithItsOriginal() {
        String original = publish(bob, "text", "first");
        String repost = ann.post("/" + original + "/repost").at("/id");

        bob.delete("/" + original);

        assertThat(ann.get("/" + repost).at("/error/error_subcode")).isEqualTo("33");
        assertThat(ann.get("/me/threads").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void fillsItsPagesThoughRepostsAreHidden() {
        String first = publish(ann, "text", "first");
        String second = publish(ann, "text", "second");
        for (int i = 0; i < 4; i++) {
            ann.post("/" + publish(bob, "text", "to be seen " + i) + "/repost");
        }
        String third = publish(ann, "text", "third");
        Departures departures = new Departures(
                fixture.database,
                new Jobs(fixture.ids),
                AccountSettings.from(Setting::standard),
                new AccountEvents() {});
        departures.deactivate(town.bob);

        var page = ann.get("/me/threads", "limit", "2");
        assertThat(page.text())
                .startsWith("{\"data\":[{\"id\":\"" + third + "\"},{\"id\":\"" + second + "\"}],\"paging\"");
        assertThat(page.has("/paging/next")).isTrue();
        page = ann.get("/me/threads", "limit", "2", "after", page.at("/paging/cursors/after"));
        assertThat(page.at("/data/0/id")).isEqualTo(first);
        assertThat(ann.get("/me/threads", "limit", "5").at("/data/2/id")).isEqualTo(first);
        departures.reactivate(town.bob);
        assertThat(ann.get("/me/threads", "limit", "7").has("/data/6")).isTrue();
    }

    @Test
    void undoesARepost() {
        String original = publish(bob, "text", "first");
        String repost = ann.post("/" + original + "/repost").at("/id");

        assertThat(ann.delete("/" + repost).at("/deleted_id")).isEqualTo(repost);
        assertThat(bob.get("/" + original).status()).isEqualTo(200);
        assertThat(ann.post("/" + original + "/repost").at("/id")).isNotEqualTo(repost);
    }

    @Test
    void refusesToRepostWhatIsNotOpenToAll() {
        String ghost = publish(bob, "text", "boo", "is_ghost_post", "true");
        String hidden = publish(bob, "text", "first");
        town.accounts.makePrivate(town.bob);

        for (String id : new String[] {
            ghost, hidden, fixture.ids.next(Id.Kind.POST, town.ann).toString()
        }) {
            assertThat(ann.post("/" + id + "/repost").at("/error/message"))
                    .startsWith("Unsupported post request. Object with ID '" + id);
        }
    }

    @Test
    void deletesOnesOwnPosts() {
        String post = publish(ann, "text", "hello");

        assertThat(bob.delete("/" + post).at("/error/message"))
                .isEqualTo(
                        "Unsupported delete request. Object with ID '" + post
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
        assertThat(ann.delete("/" + post).text()).isEqualTo("{\"success\":true,\"deleted_id\":\"" + post + "\"}");
        assertThat(ann.delete("/" + post).at("/error/error_subcode")).isEqualTo("33");
        assertThat(ann.get("/" + post).at("/error/error_subcode")).isEqualTo("33");
        assertThat(ann.get("/me/threads").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void deletesNoContainers() {
        String container =
                ann.post("/me/threads", "media_type", "TEXT", "text", "x").at("/id");

        assertThat(ann.delete("/" + container).status()).isEqualTo(400);
        assertThat(ann.post("/me/threads_publish", "creation_id", container).status())
                .isEqualTo(200);
    }

    @Test
    void takesRepostsAlongWhenAPersonIsRemoved() {
        String original = publish(bob, "text", "first");
        String repost = ann.post("/" + original + "/repost").at("/id");

        fixture.database.change(tx -> new Farewell(town.deletions()).removed(tx, town.bob));

        assertThat(ann.get("/" + repost).status()).isEqualTo(400);
        assertThat(ann.get("/me/threads").text()).isEqualTo("{\"data\":[]}");
    }

    private static String publish(GraphClient author, String... parameters) {
        String[] all = new String[parameters.length + 4];
        System.arraycopy(parameters, 0, all, 4, parameters.length);
        all[0] = "media_type";
        all[1] = "TEXT";
        all[2] = "auto_publish_text";
        all[3] = "true";
        var answer = author.post("/me/threads", all);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/id");
    }

    private GraphClient client(Id account) {
        Viewer viewer = new Viewer(
                town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), EnumSet.allOf(Scope.class));
        return new GraphClient(fixture.time, viewer, Fidelity.META, writing, reading);
    }
}
