package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopedIdTest {
    private final Ids ids = new Ids(InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z")));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 4095})
    void has16DigitsAndTheSlotOfTheAccount(int slot) {
        Random random = new Random(slot);
        for (int i = 0; i < 1000; i++) {
            ScopedId id = ScopedId.random(random, ids.next(Id.Kind.ACCOUNT, slot));

            assertThat(id.toString()).matches("[1-9][0-9]{15}");
            assertThat(id.value()).isLessThanOrEqualTo(9007199254740991L);
            assertThat(id.slot()).isEqualTo(slot);
        }
    }

    @Test
    void staysInItsBoundsAtBothEndsOfChance() {
        assertThat(ScopedId.random(lowest(), ids.next(Id.Kind.ACCOUNT, 0)).value())
                .isEqualTo(1_000_000_000_000_000L);
        assertThat(ScopedId.random(highest(), ids.next(Id.Kind.ACCOUNT, 4095)).value())
                .isEqualTo(9007199254740991L);
    }

    @Test
    void isNeverAnIdOfSomethingElse() {
        assertThat(ScopedId.parse(ids.next(Id.Kind.POST, 7).toString())).isEmpty();
        assertThat(ScopedId.parse("990602627938098")).isEmpty();
        assertThat(ScopedId.parse("9007199254740992")).isEmpty();
        assertThat(ScopedId.parse("me")).isEmpty();
        assertThat(ScopedId.parse("8305417719026651")).contains(new ScopedId(8305417719026651L));
        assertThatThrownBy(() -> new ScopedId(12)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RandomGenerator lowest() {
        return new Fixed(0);
    }

    private static RandomGenerator highest() {
        return new Fixed(-1);
    }

    /** Chance that always falls on the same end of the range. */
    private record Fixed(long end) implements RandomGenerator {
        @Override
        public long nextLong() {
            return end;
        }

        @Override
        public long nextLong(long origin, long bound) {
            return end == 0 ? origin : bound - 1;
        }
    }
}
