package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "text", "Text", " TEXT "})
    void readsTheTypeInAnyLetterCase(String word) {
        assertThat(MediaType.of(Optional.of(word), Set.of()::contains)).isEqualTo(MediaType.TEXT);
    }

    @Test
    void refusesAnotherTypeInTheWordsItWasSent() {
        assertThatThrownBy(() -> MediaType.of(Optional.of("gif"), Set.of()::contains))
                .hasMessage("Param media_type must be one of {TEXT, IMAGE, VIDEO, CAROUSEL} - got \"gif\".");
    }

    @Test
    void refusesATypeThatNothingTells() {
        assertThatThrownBy(() -> MediaType.of(Optional.empty(), Set.of("text")::contains))
                .hasMessage("The parameter media_type is required");
    }

    @ParameterizedTest
    @CsvSource({"image_url, IMAGE", "video_url, VIDEO", "children, CAROUSEL"})
    void infersTheTypeFromOtherParameters(String parameter, MediaType type) {
        assertThat(MediaType.of(Optional.empty(), Set.of("text", parameter)::contains))
                .isEqualTo(type);
    }

    @Test
    void infersACarouselBeforeAVideoBeforeAnImage() {
        assertThat(MediaType.of(Optional.empty(), Set.of("image_url", "video_url", "children")::contains))
                .isEqualTo(MediaType.CAROUSEL);
        assertThat(MediaType.of(Optional.empty(), Set.of("image_url", "video_url")::contains))
                .isEqualTo(MediaType.VIDEO);
    }

    @Test
    void showsATextAsATextPost() {
        assertThat(MediaType.TEXT.shown()).isEqualTo("TEXT_POST");
    }
}
