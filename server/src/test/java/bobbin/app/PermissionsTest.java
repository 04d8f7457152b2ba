package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.base.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an app may ask for, and how far that reaches (02 §7, 02 §8.1). */
class PermissionsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final AppSettings reviewed =
            new AppSettings(App.Mode.LIVE, Access.STANDARD, 25, 0, List.of(), "Menlo Park", true, false);
    private final Id dan = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Actor owner = Actor.person(dan);
    private final Apps apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), reviewed);
    private final Permissions permissions = new Permissions(apps, reviewed);
    private final Id demo = apps.create(owner, dan, "Demo").id();

    @Test
    void isRequestedByTheOwnerAndDecidedByTheOperator() {
        permissions.request(owner, demo, Scope.KEYWORD_SEARCH);
        assertThat(review(Scope.KEYWORD_SEARCH)).isEqualTo(Review.REQUESTED);

        permissions.reject(Actor.OPERATOR, demo, Scope.KEYWORD_SEARCH);
        assertThat(review(Scope.KEYWORD_SEARCH)).isEqualTo(Review.REJECTED);

        permissions.request(owner, demo, Scope.KEYWORD_SEARCH);
        permissions.approve(Actor.OPERATOR, demo, Scope.KEYWORD_SEARCH);
        assertThat(review(Scope.KEYWORD_SEARCH)).isEqualTo(Review.APPROVED);
        assertThat(review(Scope.BASIC)).isEqualTo(Review.NONE);
    }

    @Test
    void isNotDecidedByTheOwner() {
        permissions.request(owner, demo, Scope.DELETE);

        assertThatThrownBy(() -> permissions.approve(owner, demo, Scope.DELETE))
                .hasMessageContaining("does not allow that");
        assertThatThrownBy(() -> permissions.reject(owner, demo, Scope.DELETE))
                .hasMessageContaining("does not allow that");
        assertThat(review(Scope.DELETE)).isEqualTo(Review.REQUESTED);
    }

    @Test
    void isGivenAtOnceWhereNewAppsBeginWithAdvancedAccess() {
        Permissions open = new Permissions(apps, AppSettings.from(Setting::standard));

        open.request(owner, demo, Scope.DELETE);

        assertThat(review(Scope.DELETE)).isEqualTo(Review.APPROVED);
        assertThatThrownBy(() -> open.request(owner, demo, Scope.DELETE)).hasMessageContaining("already has");
    }

    @Test
    void isWithdrawnByTheOwnerAtAnyTime() {
        permissions.approve(Actor.OPERATOR, demo, Scope.DELETE);

        permissions.withdraw(owner, demo, Scope.DELETE);
        assertThat(review(Scope.DELETE)).isEqualTo(Review.NONE);
        permissions.withdraw(owner, demo, Scope.DELETE);
        assertThat(review(Scope.DELETE)).isEqualTo(Review.NONE);
    }

    @Test
    void isRemovedAndAddedAgainWithoutItsReview() {
        permissions.approve(Actor.OPERATOR, demo, Scope.DELETE);

        permissions.remove(owner, demo, Scope.DELETE);
        assertThat(app().asksFor(Scope.DELETE)).isFalse();
        assertThat(app().access(Scope.DELETE)).isEqualTo(Access.STANDARD);
        assertThatThrownBy(() -> permissions.remove(owner, demo, Scope.DELETE))
                .hasMessage("The app has not added the permission threads_delete.");
        assertThatThrownBy(() -> permissions.request(owner, demo, Scope.DELETE))
                .hasMessage("The app has not added the permission threads_delete.");

        permissions.add(owner, demo, Scope.DELETE);
        assertThat(review(Scope.DELETE)).isEqualTo(Review.NONE);
        assertThatThrownBy(() -> permissions.add(owner, demo, Scope.DELETE))
                .hasMessage("The app already has the permission threads_delete.");
    }

    @Test
    void alwaysKeepsTheBasicOne() {
        assertThatThrownBy(() -> permissions.remove(owner, demo, Scope.BASIC))
                .hasMessageContaining("it cannot be removed");
        assertThat(app().asksFor(Scope.BASIC)).isTrue();
    }

    private Review review(Scope scope) {
        assertThat(app().permissions()).containsKey(scope);
        return app().permissions().getOrDefault(scope, Review.NONE);
    }

    private App app() {
        return apps.show(owner, demo);
    }
}
