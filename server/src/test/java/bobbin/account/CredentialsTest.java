package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CredentialsTest {
    private static final Password NEW = new Password("battery staple");

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Door door = new Door(fixture);
    private final Account ann = door.cast.join("ann");

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        Sessions.Begun here = door.enter("ann");
        Sessions.Begun there = door.enter("ann");
        Id session = door.sessions.who(here.token()).orElseThrow().session().id();
        door.credentials.change(ann.id(), session, NEW);

        assertThat(door.sessions.who(here.token())).isPresent();
        assertThat(door.sessions.who(there.token())).isEmpty();
        assertThat(door.events.heard).containsExactly("password changed");
        assertThatThrownBy(() -> door.enter("ann")).hasMessage("That did not match");
        assertThat(door.enter("ann", "battery staple").account().id()).isEqualTo(ann.id());
    }

    @Test
    void refusesWeakPasswords() {
        assertThatThrownBy(() -> door.credentials.change(ann.id(), Id.LOWEST, new Password("short")))
                .hasMessage("Choose a longer password");
        assertThat(door.events.heard).isEmpty();
        assertThat(door.enter("ann").account()).isEqualTo(ann);
    }

    @Test
    void asksForTheCurrentPassword() {
        door.credentials.confirm(ann.id(), new Password(Cast.PASSWORD), Cast.ADDRESS);

        assertThatThrownBy(() -> door.credentials.confirm(ann.id(), NEW, Cast.ADDRESS))
                .hasMessage("Wrong password");
    }

    @Test
    void resetsThePasswordOnce() {
        Sessions.Begun before = door.enter("ann");
        String secret = door.credentials.resetSecret("ann@example.org").orElseThrow();

        assertThat(door.credentials.whoResets(secret)).isEqualTo(ann);
        door.credentials.reset(secret, NEW);
        assertThat(door.sessions.who(before.token())).isEmpty();
        assertThat(door.events.heard).containsExactly("password changed");
        assertThat(door.enter("ann", "battery staple").account()).isEqualTo(ann);
        assertThatThrownBy(() -> door.credentials.reset(secret, NEW)).hasMessage("This link has ended");
    }

    @Test
    void endsResetsAfterADayAndWhenAnotherIsMade() {
        String first = door.credentials.resetSecret(ann.id());
        String second = door.credentials.resetSecret(ann.id());
        assertThatThrownBy(() -> door.credentials.whoResets(first)).hasMessage("This link has ended");

        fixture.time.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(door.credentials.whoResets(second)).isEqualTo(ann);
        fixture.time.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> door.credentials.whoResets(second)).hasMessage("This link has ended");
        assertThatThrownBy(() -> door.credentials.whoResets("made up")).hasMessage("This link has ended");
    }

    @Test
    void opensALockedDoorByAReset() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> door.enter("ann", "wrong horse")).hasMessage("That did not match");
        }
        door.credentials.reset(door.credentials.resetSecret(ann.id()), NEW);

        assertThat(door.enter("ann", "battery staple").account()).isEqualTo(ann);
    }

    @Test
    void makesNoResetForNobody() {
        assertThat(door.credentials.resetSecret("nobody")).isEmpty();
    }

    @Test
    void changesTheAddress() {
        door.cast.join("bob");
        door.credentials.setEmail(ann.id(), Optional.of(new Email("new@example.org")));

        assertThat(door.enter("new@example.org").account().id()).isEqualTo(ann.id());
        assertThatThrownBy(() -> door.enter("ann@example.org")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.credentials.setEmail(ann.id(), Optional.of(new Email("BOB@example.org"))))
                .hasMessage("Check the e-mail address");
        assertThat(door.enter("new@example.org").account().id()).isEqualTo(ann.id());
        door.credentials.setEmail(ann.id(), Optional.empty());
        assertThat(door.cast.accounts.get(ann.id()).email()).isEmpty();
    }

    @Test
    void strengthensWhatIsKeptAtTheNextSignIn() {
        Argon2 stronger = new Argon2(new PasswordSettings(128, 2, 1, 1, 10));
        Credentials later = new Credentials(fixture.database, stronger, door.cast.settings, door.events);
        later.check("ann", new Password(Cast.PASSWORD), Cast.ADDRESS, (_, account) -> account);

        String kept = fixture.database
                .<Optional<String>>read(tx -> new PasswordStore().hash(tx, ann.id()))
                .orElseThrow();
        assertThat(kept).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
        assertThat(door.events.heard).isEmpty();
        assertThat(door.enter("ann").account()).isEqualTo(ann);
    }

    @Test
    void setsAPasswordForTheOperator() {
        Sessions.Begun before = door.enter("ann");
        door.credentials.set(ann.id(), NEW);

        assertThat(door.sessions.who(before.token())).isEmpty();
        assertThat(door.events.heard).containsExactly("password changed");
    }
}
