package bobbin.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of all things, and their short forms (07 §7.2). */
class IdTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void writesItselfAsTheShortcodesOfTheSpecification() {
        assertThat(new Id(3843852136068678657L).shortcode()).isEqualTo("DVYGybzgAQB");
        assertThat(new Id(3768651083543504156L).shortcode()).isEqualTo("DRM8DF9AGUc");
        assertThat(new Id(3845565987403334660L).shortcode()).isEqualTo("DVeMeQPgAQE");
        assertThat(new Id(3844529818154566663L).shortcode()).isEqualTo("DVag4AbgAQH");
    }

    @Test
    void readsTheShortcodesOfTheSpecification() {
        assertThat(Id.fromShortcode("DVYGybzgAQB")).contains(new Id(3843852136068678657L));
        assertThat(Id.fromShortcode("DRM8DF9AGUc")).contains(new Id(3768651083543504156L));
    }

    @Test
    void findsThePublishTimeInARealShortcode() {
        assertThat(Id.fromShortcode("DRM8DF9AGUc").orElseThrow().time())
                .isBetween(Instant.parse("2025-11-18T15:03:59Z"), Instant.parse("2025-11-18T15:04:00Z"));
        assertThat(new Id(3843852136068678657L).time())
                .isBetween(Instant.parse("2026-03-02T09:15:04Z"), Instant.parse("2026-03-02T09:15:05Z"));
    }

    @Test
    void isTheSameEverywhereForWhatEverybodyKnowsByTheSameName() {
        Id id = Id.derived(Id.Kind.LOCATION, "sight:eiffel-tower");

        assertThat(id).isEqualTo(new Id(8376864047803384577L));
        assertThat(id.is(Id.Kind.LOCATION)).isTrue();
        assertThat(id.toString()).hasSize(19);
        assertThat(Id.derived(Id.Kind.POST, "sight:eiffel-tower")).isNotEqualTo(id);
    }

    @Test
    void keepsWhatItWasMadeOf() {
        Id id = Id.of(NOON.toEpochMilli(), 4095, Id.Kind.POST, 127);

        assertThat(id.time()).isEqualTo(NOON);
        assertThat(id.slot()).isEqualTo(4095);
        assertThat(id.kind()).contains(Id.Kind.POST);
        assertThat(id.toString()).hasSize(19);
        assertThat(id.shortcode()).hasSize(11);
        assertThat(Id.fromShortcode(id.shortcode())).contains(id);
        assertThat(Id.parse(id.toString())).contains(id);
    }

    @Test
    void boundsATimeFromBelow() {
        Id floor = Id.floor(NOON);

        assertThat(Id.of(NOON.toEpochMilli(), 0, Id.Kind.ACCOUNT, 0)).isGreaterThan(floor);
        assertThat(Id.of(NOON.toEpochMilli() - 1, 4095, Id.Kind.EVENT, 127)).isLessThan(floor);
        assertThat(Id.floor(Instant.MAX)).isLessThan(Id.HIGHEST);
        assertThat(Id.floor(Instant.EPOCH)).isEqualTo(Id.LOWEST);
    }

    @Test
    void readsNothingElse() {
        for (String wrong : List.of("", "-1", "+1", "1e3", " 1", "12345678901234567890", "9223372036854775808", "１２")) {
            assertThat(Id.parse(wrong)).as(wrong).isEmpty();
        }
        for (String wrong : List.of("", "=", "AAAAAAAAAAAA", "IAAAAAAAAAA", "DVYGybz AQB")) {
            assertThat(Id.fromShortcode(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> new Id(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isGivenOutOnceAndInOrderWhateverTheClockDoes() {
        long[] clock = {NOON.toEpochMilli()};
        Ids ids = new Ids(() -> Instant.ofEpochMilli(clock[0]));
        List<Id> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            clock[0] -= i % 7;
            made.add(ids.next(Id.Kind.POST, 7));
        }

        assertThat(made).doesNotHaveDuplicates().isSorted();
        assertThat(made).allMatch(id -> id.slot() == 7 && id.is(Id.Kind.POST));
    }

    @Test
    void livesBesideItsOwner() {
        Ids ids = new Ids(() -> NOON);
        Id owner = ids.newOwner(Id.Kind.ACCOUNT);

        assertThat(ids.next(Id.Kind.POST, owner).slot()).isEqualTo(owner.slot());
    }
}
