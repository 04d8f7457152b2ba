package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void takesThePathApart() {
        assertThat(Request.of("GET", "/v1.0//me/a%2Fb+c%20d/?x").segments()).containsExactly("v1.0", "me", "a/b+c d");
        assertThat(Request.of("GET", "/").segments()).isEmpty();
        assertThatThrownBy(() -> Request.of("GET", "/%zz").segments())
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.kind()).isEqualTo(Malformed.Kind.PATH));
    }

    @Test
    void findsCookies() {
        var request =
                Request.of("GET", "/").withHeader("Cookie", "a=1; session=x=y").withHeader("cookie", "session=z");

        assertThat(request.cookie("session")).contains("x=y");
        assertThat(request.cookie("ession")).isEmpty();
    }

    @Test
    void knowsItsContentTypeWithoutParameters() {
        var request = Request.of("POST", "/").withBody("Application/JSON; charset=UTF-8", "{}");

        assertThat(request.contentType()).contains("application/json");
        assertThat(Request.of("GET", "/").contentType()).isEmpty();
    }

    @Test
    void givesEachItsOwnNumber() {
        assertThat(Request.of("GET", "/").id())
                .matches("A[A-Za-z0-9_-]{22}")
                .isNotEqualTo(Request.of("GET", "/").id());
    }

    @Test
    void neverShowsItsQuery() {
        assertThat(Request.of("GET", "/me?access_token=secret").toString()).isEqualTo("GET /me");
    }
}
