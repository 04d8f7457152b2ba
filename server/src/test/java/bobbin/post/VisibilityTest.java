package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.account.Details;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the facts are found which {@link Sight} decides on (15 §15.6). */
class VisibilityTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final Posts posts = town.posts();
    private final Publishing publishing = town.publishing();
    private final Id post = publish(Draft.text("hello"));

    @Test
    void letsStrangersReadAPublicPost() {
        assertThat(reads(town.bob)).isTrue();
        assertThat(sees(town.bob)).isTrue();
        assertThat(posts.visible(new Onlooker(Optional.empty(), Optional.empty()), post))
                .isPresent();
    }

    @Test
    void keepsAPrivateProfileFromAppsEvenOfFollowers() {
        town.relations.follow(town.bob, town.ann);
        town.accounts.makePrivate(town.ann);

        assertThat(reads(town.bob)).isFalse();
        assertThat(sees(town.bob)).isTrue();
        assertThat(sees(town.person("eve"))).isFalse();
        assertThat(reads(town.ann)).isTrue();
        assertThat(posts.visible(new Onlooker(Optional.empty(), Optional.empty()), post))
                .isEmpty();
    }

    @Test
    void keepsAwayWhoIsBlockedInEitherDirection() {
        town.relations.block(town.ann, town.bob);
        assertThat(reads(town.bob)).isFalse();
        assertThat(sees(town.bob)).isFalse();

        town.relations.unblock(town.ann, town.bob);
        town.relations.block(town.bob, town.ann);
        assertThat(reads(town.bob)).isFalse();
    }

    @Test
    void showsALimitedPostWhereItMayBeSeen() {
        Id limited = publish(new Sketch().countries("US", "CA").draft());
        Onlooker unknown = Onlooker.of(town.bob);
        Onlooker american = new Onlooker(Optional.of(town.bob), Optional.of("us"));

        assertThat(posts.readable(town.demo, unknown, limited)).isEmpty();
        assertThat(posts.readable(town.demo, american, limited)).isPresent();
        town.accounts.editDetails(town.bob, from("DE"));
        assertThat(posts.readable(town.demo, american, limited)).isEmpty();
        town.accounts.editDetails(town.bob, from("CA"));
        assertThat(posts.readable(town.demo, unknown, limited)).isPresent();
        assertThat(posts.readable(town.demo, Onlooker.of(town.ann), limited)).isPresent();
    }

    /** 15 §15.17. */
    @Test
    void keepsWhoIsForAdultsFromTheYoungAndFromWhoDoesNotSay() {
        LocalDate today = LocalDate.ofInstant(fixture.time.instant(), ZoneOffset.UTC);
        town.moderation.restrictAge(town.ann);
        assertThat(sees(town.bob)).isFalse();
        assertThat(posts.visible(Onlooker.STRANGER, post)).isEmpty();

        town.accounts.editDetails(town.bob, born(today.minusYears(18).plusDays(1)));
        assertThat(sees(town.bob)).isFalse();
        assertThat(reads(town.bob)).isFalse();
        town.accounts.editDetails(town.bob, born(today.minusYears(18)));
        assertThat(sees(town.bob)).isTrue();
        assertThat(reads(town.bob)).isTrue();
        assertThat(sees(town.ann)).as("her own").isTrue();
    }

    @Test
    void readsOnlyTestersThroughAnAppWithStandardAccess() {
        town.permissions.withdraw(Actor.OPERATOR, town.demo, Scope.BASIC);
        Id byBob = publishing
                .publishAtOnce(Writer.through(town.demo, town.bob), Draft.text("hi"))
                .post();

        assertThat(posts.readable(town.demo, Onlooker.of(town.ann), byBob)).isEmpty();
        assertThat(reads(town.bob)).as("ann has a role on the app").isTrue();
        assertThat(posts.readable(town.demo, Onlooker.of(town.bob), byBob)).isPresent();
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(posts.readable(town.demo, Onlooker.of(town.ann), fixture.ids.next(Id.Kind.POST, town.ann)))
                .isEmpty();
    }

    private boolean reads(Id viewer) {
        return posts.readable(town.demo, Onlooker.of(viewer), post).isPresent();
    }

    private boolean sees(Id viewer) {
        return posts.visible(Onlooker.of(viewer), post).isPresent();
    }

    private Id publish(Draft draft) {
        return publishing
                .publishAtOnce(Writer.through(town.demo, town.ann), draft)
                .post();
    }

    private static Details from(String country) {
        return details(Optional.empty(), Optional.of(country));
    }

    private static Details born(LocalDate day) {
        return details(Optional.of(day), Optional.empty());
    }

    private static Details details(Optional<LocalDate> born, Optional<String> country) {
        return new Details(born, Details.Gender.U, country, Optional.empty(), "en_US", ZoneId.of("UTC"));
    }
}
