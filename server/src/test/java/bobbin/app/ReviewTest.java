package bobbin.app;

import static bobbin.app.Review.APPROVED;
import static bobbin.app.Review.NONE;
import static bobbin.app.Review.REJECTED;
import static bobbin.app.Review.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Scope SEARCH = Scope.KEYWORD_SEARCH;

    @Test
    void isRequestedOnceAndAgainAfterARejection() {
        assertThat(NONE.request(SEARCH)).isEqualTo(REQUESTED);
        assertThat(REJECTED.request(SEARCH)).isEqualTo(REQUESTED);
        assertThatThrownBy(() -> REQUESTED.request(SEARCH))
                .hasMessage("Advanced access to threads_keyword_search was already requested.");
        assertThatThrownBy(() -> APPROVED.request(SEARCH))
                .hasMessage("The app already has advanced access to threads_keyword_search.");
    }

    @Test
    void isApprovedWhetherAskedOrNot() {
        assertThat(List.of(NONE, REQUESTED, REJECTED)).allMatch(review -> review.approve(SEARCH) == APPROVED);
        assertThatThrownBy(() -> APPROVED.approve(SEARCH)).hasMessageContaining("already has");
    }

    @Test
    void isRejectedOnlyIfAsked() {
        assertThat(REQUESTED.reject(SEARCH)).isEqualTo(REJECTED);
        assertThat(List.of(NONE, APPROVED, REJECTED))
                .allSatisfy(review ->
                        assertThatThrownBy(() -> review.reject(SEARCH)).hasMessageContaining("Nobody requested"));
    }

    @Test
    void givesAdvancedAccessOnlyWhenApproved() {
        assertThat(APPROVED.access()).isEqualTo(Access.ADVANCED);
        assertThat(List.of(NONE, REQUESTED, REJECTED)).allMatch(review -> review.access() == Access.STANDARD);
        assertThat(Review.startingWith(Access.ADVANCED)).isEqualTo(APPROVED);
        assertThat(Review.startingWith(Access.STANDARD)).isEqualTo(NONE);
    }
}
