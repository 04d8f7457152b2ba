package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.account.AccountSettings.SignUps;
import bobbin.base.Id;
import bobbin.base.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How people come, and what is kept of them (09 §9.2, 15 §15.2, 15 §15.3). */
class AccountsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Cast cast = new Cast(fixture);
    private final Accounts accounts = cast.accounts;

    @Test
    void knowsWhoJoined() {
        Account ann = cast.join("Ann");

        assertThat(ann.username()).isEqualTo("ann");
        assertThat(ann.id().is(Id.Kind.ACCOUNT)).isTrue();
        assertThat(accounts.get(ann.id())).isEqualTo(ann);
        assertThat(accounts.byUsername("ANN")).contains(ann);
        assertThat(accounts.byUsername("no name at all")).isEmpty();
        assertThat(ann.isActive()).isTrue();
        assertThat(ann.isGeoEligible()).isTrue();
        assertThat(ann.isVerified()).isFalse();
    }

    @Test
    void keepsNamesAndAddressesUnique() {
        cast.join("ann");

        assertThatThrownBy(() -> cast.join("ANN")).hasMessage("Choose another username");
        SignUp sameAddress = new SignUp(
                new Username("bob"),
                Optional.of(new Email("Ann@Example.org")),
                new Password(Cast.PASSWORD),
                Profile.EMPTY,
                Details.NONE);
        assertThatThrownBy(() -> accounts.signUp(sameAddress, Cast.ADDRESS)).hasMessage("Check the e-mail address");
        assertThat(accounts.byUsername("bob")).isEmpty();
    }

    @Test
    void givesANameToOneOnlyInARace() throws InterruptedException {
        List<Callable<Account>> racers = IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<Account>) () -> accounts.create(SignUp.of("ann", Cast.PASSWORD)))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(racers).stream().filter(each -> each.state() == Future.State.SUCCESS))
                    .hasSize(1);
        }
    }

    @Test
    void refusesReservedNames() {
        assertThatThrownBy(() -> cast.join("login")).hasMessage("Choose another username");
        assertThatThrownBy(() -> accounts.create(SignUp.of("me", Cast.PASSWORD)))
                .hasMessage("Choose another username");
        Account ann = cast.join("ann");
        assertThatThrownBy(() -> accounts.rename(ann.id(), new Username("settings")))
                .hasMessage("Choose another username");
    }

    @Test
    void holdsAnOldNameFor14Days() {
        Account ann = cast.join("ann");
        accounts.rename(ann.id(), new Username("anna"));

        assertThat(accounts.byUsername("ann")).isEmpty();
        assertThat(accounts.get(ann.id()).username()).isEqualTo("anna");
        fixture.time.pass(Duration.ofDays(14).minusMillis(1));
        assertThatThrownBy(() -> accounts.create(SignUp.of("ann", Cast.PASSWORD)))
                .hasMessage("Choose another username");
        fixture.time.pass(Duration.ofMillis(1));
        Account other = accounts.create(SignUp.of("ann", Cast.PASSWORD));
        assertThat(accounts.byUsername("ann")).contains(other);
        assertThatThrownBy(() -> accounts.rename(ann.id(), new Username("ann"))).hasMessage("Choose another username");
    }

    @Test
    void givesAnOldNameBackToItsOwner() {
        Account ann = cast.join("ann");
        accounts.rename(ann.id(), new Username("anna"));
        accounts.rename(ann.id(), new Username("ann"));

        assertThat(accounts.byUsername("ann")).contains(ann);
        assertThat(accounts.byUsername("anna")).isEmpty();
    }

    @Test
    void asksTheSettingsWhoMayMakeAccounts() {
        Accounts byOperator =
                new Cast(fixture, Cast.settings(Map.of(AccountSettings.SIGN_UP, SignUps.OPERATOR))).accounts;
        Accounts closed = new Cast(fixture, Cast.settings(Map.of(AccountSettings.SIGN_UP, SignUps.CLOSED))).accounts;

        assertThatThrownBy(() -> byOperator.signUp(Cast.wish("ann"), Cast.ADDRESS))
                .hasMessage("Accounts are made by the operator");
        assertThat(byOperator.create(SignUp.of("ann", Cast.PASSWORD)).username())
                .isEqualTo("ann");
        assertThatThrownBy(() -> closed.signUp(Cast.wish("bob"), Cast.ADDRESS)).hasMessage("No new accounts");
        assertThatThrownBy(() -> closed.create(SignUp.of("bob", Cast.PASSWORD))).hasMessage("No new accounts");
    }

    @Test
    void countsSignUpsPerAddress() {
        Accounts strict = new Cast(fixture, Cast.settings(Map.of(AccountSettings.ADDRESS_SIGN_UPS, 1))).accounts;
        strict.signUp(Cast.wish("ann"), Cast.ADDRESS);

        assertThatThrownBy(() -> strict.signUp(Cast.wish("bob"), Cast.ADDRESS)).hasMessage("Too many tries");
        assertThat(strict.signUp(Cast.wish("bob"), "192.0.2.2").username()).isEqualTo("bob");
    }

    @Test
    void keepsWhatPeopleSayOfThemselves() {
        Id ann = cast.join("ann").id();
        Profile profile = new Profile("Ann", "Builds small servers.\nShares what breaks.");
        Details details = Details.read("1990-02-03", "F", "NO", "Oslo", "nb_NO", "Europe/Oslo");
        accounts.editProfile(ann, profile);
        accounts.editDetails(ann, details);
        accounts.setMentions(ann, MentionPolicy.FOLLOWED);

        Account kept = accounts.get(ann);
        assertThat(kept.profile()).isEqualTo(profile);
        assertThat(kept.details()).isEqualTo(details);
        assertThat(kept.mentions()).isEqualTo(MentionPolicy.FOLLOWED);
        assertThat(kept.shownName()).isEqualTo("Ann");
    }

    @Test
    void refusesChildren() {
        Id ann = cast.join("ann").id();
        LocalDate today = LocalDate.ofInstant(fixture.time.instant(), ZoneOffset.UTC);
        String tooYoung = today.minusYears(13).plusDays(1).toString();

        assertThatThrownBy(() -> accounts.editDetails(ann, Details.read(tooYoung, "", "", "", "", "")))
                .hasMessage("Too young");
        accounts.editDetails(ann, Details.read(today.minusYears(13).toString(), "", "", "", "", ""));
    }

    @Test
    void findsManyAtOnce() {
        Account ann = cast.join("ann");
        Account bob = cast.join("bob");
        Id nobody = fixture.ids.newOwner(Id.Kind.ACCOUNT);

        Map<Id, Account> found = accounts.all(List.of(ann.id(), bob.id(), nobody, ann.id()));
        assertThat(found).containsOnly(Map.entry(ann.id(), ann), Map.entry(bob.id(), bob));
    }

    @Test
    void findsThemInAllSlots() {
        Set<Account> all = IntStream.range(0, 60)
                .mapToObj(i -> accounts.create(SignUp.of("person" + i, "correct horse battery")))
                .collect(Collectors.toSet());
        Set<Id> ids = all.stream().map(Account::id).collect(Collectors.toSet());
        assertThat(ids.stream().map(Id::slot).distinct()).hasSizeGreaterThan(30);

        assertThat(accounts.all(ids).values()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(accounts.all(Set.of())).isEmpty();
    }

    @Test
    void listsAllForTheOperator() {
        Account ann = cast.join("ann");
        fixture.time.pass(Duration.ofSeconds(1));
        Account bob = cast.join("bob");

        assertThat(accounts.list(Window.newest(1)).items()).containsExactly(bob);
        assertThat(accounts.list(Window.newest(5)).items()).containsExactly(bob, ann);
    }
}
