package bobbin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import org.junit.jupiter.api.Test;

/** The text of a cursor (07 §7.1.1). */
class CursorTest {
    private static final Id PLACE = new Id(3843852136068678657L);

    private final String cursor = Cursor.write("threads", PLACE);

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.read("threads", cursor)).contains(PLACE);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isNoticedWhenItIsOfAnotherEdgeOrDamaged() {
        assertThat(Cursor.read("replies", cursor)).isEmpty();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'x' ? 'y' : 'x';
            String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThat(Cursor.read("threads", damaged))
                    .as(damaged)
                    .isNotEqualTo(java.util.Optional.of(PLACE))
                    .isEmpty();
        }
        assertThat(Cursor.read("threads", "")).isEmpty();
        assertThat(Cursor.read("threads", "QVFI%%%")).isEmpty();
        assertThat(Cursor.read("threads", cursor + "AAAA")).isEmpty();
    }
}
