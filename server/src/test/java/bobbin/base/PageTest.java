package bobbin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pages of lists of which only some items are shown: 07 §7.1.1. */
class PageTest {
    private final List<Id> list = ids(5000);

    @Test
    void readsOnUntilThePageIsFull() {
        Page<Id> page = sifted(Window.newest(3), id -> id.value() % 300 == 0);

        assertThat(page.items()).extracting(Id::value).containsExactly(4800L, 4500L, 4200L);
        assertThat(page.ends()).contains(new Page.Ends(new Id(4800), new Id(4200)));
        assertThat(page.more()).isTrue();
    }

    @Test
    void findsEverythingHoweverRareItIs() {
        Predicate<Id> rare = id -> List.of(4999L, 2500L, 1L).contains(id.value());

        for (int limit : new int[] {1, 2, 25, 100}) {
            assertThat(walk(Window.newest(limit), rare)).as("limit %s", limit).containsExactly(4999L, 2500L, 1L);
            assertThat(walk(new Window(Id.LOWEST, Id.HIGHEST, true, limit), rare))
                    .as("backwards, limit %s", limit)
                    .containsExactlyInAnyOrder(4999L, 2500L, 1L);
            assertThat(walk(new Window(Id.LOWEST, Id.HIGHEST, true, limit, true), rare))
                    .as("oldest first, limit %s", limit)
                    .containsExactly(1L, 2500L, 4999L);
        }
    }

    @Test
    void tellsWhereToGoOnThoughItFoundNothing() {
        Page<Id> page = sifted(Window.newest(25), id -> id.value() == 1);

        assertThat(page.items()).isEmpty();
        assertThat(page.more()).isTrue();
        assertThat(page.ends().orElseThrow().last().value()).isLessThan(4000);
        assertThat(sifted(Window.newest(25), _ -> false).more()).isTrue();
        assertThat(sifted(new Window(Id.LOWEST, new Id(500), false, 25), _ -> false))
                .isEqualTo(Page.empty());
    }

    @Test
    void hasNothingWhereNothingIsAsked() {
        assertThat(sifted(Window.newest(0), _ -> false)).isEqualTo(Page.empty());
        assertThat(Page.of(Window.newest(0), list.subList(0, 1), id -> id).ends())
                .isEmpty();
    }

    @Test
    void goesOnFromTheSamePlaceWithoutWhatIsLeftOut() {
        Page<Id> page = Page.of(Window.newest(3), list.reversed().subList(0, 4), id -> id);

        Page<String> other = page.only(id -> id.value() == 4999).map(Id::toString);
        assertThat(other.items()).containsExactly("4999");
        assertThat(other.ends()).isEqualTo(Optional.of(new Page.Ends(new Id(5000), new Id(4998))));
        assertThat(other.more()).isTrue();
    }

    /** Follows the pages to the end, as a client does that goes on for as long as it is told where. */
    private List<Long> walk(Window first, Predicate<Id> fits) {
        List<Long> found = new ArrayList<>();
        Page<Id> page = sifted(first, fits);
        while (page.ends().isPresent()) {
            found.addAll(page.items().stream().map(Id::value).toList());
            Page.Ends ends = page.ends().get();
            page = sifted(first.beyond(first.isBackwards() ? ends.first() : ends.last()), fits);
        }
        return found;
    }

    private Page<Id> sifted(Window window, Predicate<Id> fits) {
        return Page.sifted(
                window,
                id -> id,
                this::read,
                piece -> piece.stream().filter(fits).toList());
    }

    private List<Id> read(Window window) {
        return list.stream()
                .filter(id -> id.compareTo(window.above()) > 0 && id.compareTo(window.below()) < 0)
                .sorted(window.fromTheOldest() ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .limit(window.fetch())
                .toList();
    }

    private static List<Id> ids(int most) {
        return LongStream.rangeClosed(1, most).mapToObj(Id::new).toList();
    }
}
