package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.AccessToken;
import com.restfb.Connection;
import com.restfb.DefaultThreadsClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.exception.ThreadsApiException;
import com.restfb.types.GraphResponse;
import com.restfb.types.threads.TdMedia;
import com.restfb.types.threads.TdMediaContainer;
import com.restfb.types.threads.TdProfile;
import org.junit.jupiter.api.Test;

/** A client that others wrote works against us unchanged, apart from the host name (17). */
@Spec("17 §1")
class RestfbTest {
    private final Dev dev = Dev.server();
    private final DefaultThreadsClient client = client(dev.user("ann").token());

    @Test
    void readsAProfile() {
        TdProfile me = client.fetchObject(
                "me", TdProfile.class, Parameter.with("fields", "id,username,name,threads_biography,is_verified"));

        assertThat(me.getId()).isEqualTo(dev.user("ann").id());
        assertThat(me.getUsername()).isEqualTo("ann");
        assertThat(me.getIsVerified()).isTrue();
    }

    @Test
    void publishesAndReadsBack() {
        GraphResponse container = client.publish(
                "me/threads",
                GraphResponse.class,
                Parameter.with("media_type", "TEXT"),
                Parameter.with("text", "from restfb"));
        TdMediaContainer status = client.fetchObject(
                container.getId(), TdMediaContainer.class, Parameter.with("fields", "status,error_message"));
        assertThat(status.getStatus()).isEqualTo(TdMediaContainer.Status.FINISHED);
        GraphResponse published = client.publish(
                "me/threads_publish", GraphResponse.class, Parameter.with("creation_id", container.getId()));

        TdMedia media = client.fetchObject(
                published.getId(),
                TdMedia.class,
                Parameter.with("fields", "id,text,owner,username,timestamp,shortcode,permalink,media_type"));
        assertThat(media.getText()).isEqualTo("from restfb");
        assertThat(media.getOwner().getId()).isEqualTo(dev.user("ann").id());
        assertThat(media.getTimestamp()).isNotNull();
    }

    @Test
    void walksAList() {
        for (int i = 0; i < 3; i++) {
            dev.as("ann").publish("list " + i);
        }
        Connection<TdMedia> pages = client.fetchConnection(
                "me/threads", TdMedia.class, Parameter.with("fields", "text"), Parameter.with("limit", 1));

        // restfb follows links by https only, so it walks by cursors here.
        assertThat(pages.getData()).extracting(TdMedia::getText).containsExactly("list 2");
        Connection<TdMedia> second = client.fetchConnection(
                "me/threads",
                TdMedia.class,
                Parameter.with("fields", "text"),
                Parameter.with("limit", 1),
                Parameter.with("after", pages.getAfterCursor()));
        assertThat(second.getData()).extracting(TdMedia::getText).containsExactly("list 1");
        assertThat(second.getNextPageUrl()).isNotEmpty();
    }

    @Test
    void understandsOurErrors() {
        assertThatThrownBy(() -> client.fetchObject("zuck", TdProfile.class)).isInstanceOf(ThreadsApiException.class);
        assertThatThrownBy(() -> client.publish(
                        "me/threads",
                        GraphResponse.class,
                        Parameter.with("media_type", "TEXT"),
                        Parameter.with("text", "x".repeat(501))))
                .isInstanceOf(ThreadsApiException.class)
                .hasMessageContaining("Param text must be at most 500 characters long.");
        assertThatThrownBy(() -> client("THAAwrong").fetchObject("me", TdProfile.class))
                .isInstanceOf(FacebookOAuthException.class);
        assertThatThrownBy(() ->
                        client.publish("me/threads_publish", GraphResponse.class, Parameter.with("creation_id", "17")))
                .isInstanceOf(FacebookOAuthException.class)
                .hasMessageContaining("The requested resource does not exist");
    }

    @Test
    void signsIn() {
        String callback = "https://localhost:3000/callback";
        String location = new Window(dev.web())
                .authorize(
                        dev.user("bob"),
                        "allow",
                        "client_id",
                        dev.app().id(),
                        "redirect_uri",
                        callback,
                        "scope",
                        "threads_basic,public_profile")
                .location();
        DefaultThreadsClient fresh = client("");
        AccessToken shortLived = fresh.obtainUserAccessToken(
                dev.app().id(), dev.app().secret(), callback, Window.parameter(location, "code"));
        AccessToken longLived = client(shortLived.getAccessToken())
                .obtainExtendedAccessToken(dev.app().id(), dev.app().secret());

        assertThat(client(longLived.getAccessToken())
                        .fetchObject("me", TdProfile.class)
                        .getId())
                .isEqualTo(dev.user("bob").id());
        assertThat(client(longLived.getAccessToken())
                        .obtainRefreshedExtendedAccessToken()
                        .getAccessToken())
                .isNotEmpty();
    }

    private DefaultThreadsClient client(String token) {
        DefaultThreadsClient made = new DefaultThreadsClient(token, dev.app().secret(), Version.THREADS_LATEST);
        made.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getThreadsApiEndpoint() {
                return dev.graph();
            }

            @Override
            public String getThreadsBaseEndpoint() {
                return dev.web();
            }
        });
        return made;
    }
}
