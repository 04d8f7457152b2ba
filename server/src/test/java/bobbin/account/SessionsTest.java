package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.work.Job;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Door door = new Door(fixture);
    private final Account ann = door.cast.join("ann");

    @Test
    void signsInByNameOrAddress() {
        for (String login : new String[] {"ann", "@Ann", " ANN ", "ann@example.org", "Ann@Example.ORG"}) {
            Sessions.Begun begun = door.enter(login);

            assertThat(begun.account()).isEqualTo(ann);
            assertThat(door.sessions.who(begun.token()))
                    .hasValueSatisfying(known -> assertThat(known.account()).isEqualTo(ann));
        }
    }

    @Test
    void saysTheSameToWrongNamesAndWrongPasswords() {
        assertThatThrownBy(() -> door.enter("ann", "wrong horse")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.enter("nobody")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.enter("no name")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.enter("no@body.example")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.enter("", "")).hasMessage("That did not match");
    }

    @Test
    void knowsNobodyByOtherTokens() {
        String token = door.enter("ann").token();

        assertThat(door.sessions.who(token)).isPresent();
        assertThat(door.sessions.who(token.substring(0, 45) + (token.endsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(door.sessions.who((token.startsWith("fff") ? "000" : "fff") + token.substring(3)))
                .isEmpty();
        assertThat(door.sessions.who("")).isEmpty();
        assertThat(door.sessions.who("'; drop table session; --")).isEmpty();
    }

    @Test
    void letsTenWrongPasswordsThroughPerAccount() {
        for (int i = 0; i < 10; i++) {
            String login = i % 2 == 0 ? "ann" : "ann@example.org";
            assertThatThrownBy(() -> door.enter(login, "wrong horse")).hasMessage("That did not match");
        }

        assertThatThrownBy(() -> door.enter("ann")).hasMessage("Too many tries");
        fixture.time.pass(Duration.ofSeconds(90));
        assertThat(door.enter("ann").account()).isEqualTo(ann);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> door.enter("ann", "wrong horse")).hasMessage("That did not match");
        }
    }

    @Test
    void countsNamesThatDoNotExistLikeOthers() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> door.enter("nobody")).hasMessage("That did not match");
        }

        assertThatThrownBy(() -> door.enter("nobody")).hasMessage("Too many tries");
    }

    @Test
    void letsFewWrongPasswordsThroughPerAddress() {
        Door strict = new Door(fixture, new Cast(fixture, Cast.settings(Map.of(AccountSettings.ADDRESS_TRIES, 2))));
        assertThatThrownBy(() -> strict.enter("bob")).hasMessage("That did not match");
        strict.enter("ann");
        strict.enter("ann");
        assertThatThrownBy(() -> strict.enter("cleo")).hasMessage("That did not match");

        assertThatThrownBy(() -> strict.enter("ann"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(450)));
    }

    @Test
    void listsAndEndsSessions() {
        Sessions.Begun first = door.enter("ann");
        fixture.time.pass(Duration.ofMinutes(1));
        Sessions.Begun second = door.enter("ann");

        assertThat(door.sessions.of(ann.id()))
                .extracting(Session::device)
                .containsExactly("Firefox on Linux", "Firefox on Linux");
        Id secondId = door.sessions.of(ann.id()).getFirst().id();
        door.sessions.end(door.cast.join("eve").id(), secondId);
        assertThat(door.sessions.who(second.token())).isPresent();
        door.sessions.end(ann.id(), secondId);
        assertThat(door.sessions.who(second.token())).isEmpty();
        assertThat(door.sessions.who(first.token())).isPresent();
    }

    @Test
    void endsAllOtherSessions() {
        Sessions.Begun first = door.enter("ann");
        Sessions.Begun second = door.enter("ann");
        Id here = door.sessions.who(second.token()).orElseThrow().session().id();
        door.sessions.endOthers(ann.id(), here);

        assertThat(door.sessions.who(first.token())).isEmpty();
        assertThat(door.sessions.who(second.token())).isPresent();
        assertThat(door.events.heard).isEmpty();
    }

    @Test
    void endsByItselfWhenNotUsedFor90Days() {
        Sessions.Begun begun = door.enter("ann");
        fixture.time.pass(Duration.ofDays(89));
        assertThat(door.sessions.who(begun.token())).isPresent();
        fixture.time.pass(Duration.ofDays(90));
        assertThat(door.sessions.who(begun.token())).isPresent();
        fixture.time.pass(Duration.ofDays(90).plusMillis(1));

        assertThat(door.sessions.who(begun.token())).isEmpty();
        assertThat(door.sessions.of(ann.id())).isEmpty();
    }

    @Test
    void isTidiedOnceADay() {
        Sessions.Begun old = door.enter("ann");
        String secret = door.credentials.resetSecret(ann.id());
        fixture.time.pass(Duration.ofDays(91));
        Sessions.Begun young = door.enter("ann");
        Tidying tidying = new Tidying(fixture.database, door.cast.settings);
        Id id = fixture.ids.next(Id.Kind.JOB, 0);

        assertThat(tidying.run(new Job(id, Tidying.KIND, id, "", 1)))
                .contains(fixture.time.instant().plus(Duration.ofDays(1)));
        assertThat(door.sessions.who(old.token())).isEmpty();
        assertThat(door.sessions.who(young.token())).isPresent();
        assertThatThrownBy(() -> door.credentials.whoResets(secret)).hasMessage("This link has ended");
    }

    @Test
    void saysInWordsWhichBrowserItIs() {
        assertThat(Device.words("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"))
                .isEqualTo("Edge on Windows");
        assertThat(Device.words("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(Device.words("")).isEqualTo("A browser");
    }
}
