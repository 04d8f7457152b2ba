package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The test vector of 02 §4. */
class SignedRequestTest {

    @Test
    void isTheTestVectorOfTheSpecification() {
        var secret = new AppSecret("c0ffee00c0ffee00c0ffee00c0ffee00");

        SignedRequest request =
                SignedRequest.about(new ScopedId(8305417719026651L), Instant.ofEpochSecond(1767225600), secret);

        assertThat(request)
                .hasToString(
                        "e4qX3xeb0V7JYiQgA1NnOrMb1nqtUxwRTpAIz1uM3Xo."
                                + "eyJ1c2VyX2lkIjoiODMwNTQxNzcxOTAyNjY1MSIsImFsZ29yaXRobSI6IkhNQUMtU0hBMjU2IiwiaXNzdWVkX2F0IjoxNzY3MjI1NjAwfQ");
    }
}
