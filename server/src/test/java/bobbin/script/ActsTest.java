package bobbin.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Acts and their arguments (15 §15.20). */
class ActsTest {
    private static final Id ANN = new Id(7);
    private static final Id POST = new Ids(InstantSource.system()).next(Id.Kind.POST, ANN);
    private static final String CODE = POST.shortcode();

    private final Act look = Act.of(
            "look",
            "Looks at a post.",
            doing -> Map.of(
                    "who", doing.viewer().map(Id::toString).orElse("nobody"),
                    "post", doing.post(),
                    "times", doing.optionalNumber("times").orElse(1L),
                    "long", doing.flag("long"),
                    "tags", doing.list("tags")),
            Argument.post(),
            Argument.optional("times", Argument.Kind.NUMBER, "how often"),
            Argument.optional("long", Argument.Kind.FLAG, "whether for long"),
            Argument.optional("tags", Argument.Kind.LIST, "what comes to mind"));
    private final Act wave =
            Act.of("wave", "Waves.", doing -> Map.of("to", doing.person(), "by", doing.account()), Argument.person());
    private final Acts acts =
            new Acts(name -> Optional.of(ANN).filter(_ -> name.equals("ann")), List.of(List.of(wave), List.of(look)));

    @Test
    void areDoneAsSomebody() {
        assertThat(run("ann", "wave", Map.of("user", "ann")))
                .containsOnly(
                        Map.entry("as", "ann"), Map.entry("act", "wave"), Map.entry("to", ANN), Map.entry("by", ANN));
    }

    @Test
    void mayBeDoneByNobodyWhereThatMakesSense() {
        assertThat(acts.run(Optional.empty(), "look", Map.of("post", POST.toString())))
                .containsEntry("who", "nobody")
                .doesNotContainKey("as");
        assertThatThrownBy(() -> acts.run(Optional.empty(), "wave", Map.of("user", "ann")))
                .hasMessage("The argument as is missing: whose act it is.");
    }

    @Test
    void takePostsByIdShortcodeOrAddress() {
        for (String post : List.of(
                POST.toString(),
                CODE,
                "https://threads.example/@mara.builds/post/" + CODE + "/?igsh=1#top",
                "/t/" + CODE)) {
            assertThat(run("ann", "look", Map.of("target", post))).containsEntry("post", POST);
        }
        assertRefused(Map.of("post", "DVY"), "DVY is neither the id of a post nor its shortcode or address.");
        assertRefused(Map.of("post", "/"), "/ is neither the id of a post nor its shortcode or address.");
    }

    @Test
    void readNumbersFlagsAndLists() {
        assertThat(run("ann", "look", Map.of("post", CODE, "times", "3", "long", "true", "tags", "a, b")))
                .containsEntry("times", 3L)
                .containsEntry("long", true)
                .containsEntry("tags", List.of("a", "b"));
        assertThat(run("ann", "look", Map.of("post", CODE, "tags", "[\"a,b\",1]")))
                .containsEntry("tags", List.of("a,b", "1"));
        assertRefused(Map.of("post", CODE, "times", "x"), "The argument times is no whole number: x.");
        assertRefused(Map.of("post", CODE, "long", "yes"), "The argument long is neither true nor false: yes.");
        assertRefused(Map.of("post", CODE, "tags", "[1"), "The argument tags is no list: [1.");
    }

    @Test
    void sayWhatIsWrongAndWhatThereIs() {
        assertRefused(Map.of(), "The argument post is missing.");
        assertRefused(
                Map.of("post", CODE, "colour", "red"),
                "The act look has no argument colour. It has: post, times, long, tags.");
        assertThatThrownBy(() -> run("ann", "dance", Map.of()))
                .hasMessage("There is no act dance. There is: look, wave.");
        assertThatThrownBy(() -> run("bob", "look", Map.of())).hasMessage("There is nobody called bob.");
        assertThatThrownBy(() -> run("ann", "wave", Map.of("user", "bob"))).hasMessage("There is nobody called bob.");
    }

    @Test
    void areReadFromTheWordsOfACommandLine() {
        assertThat(acts.words("look", List.of(CODE, "times=2")))
                .containsExactly(Map.entry("target", CODE), Map.entry("times", "2"));
        assertThat(acts.words("look", List.of("/t/" + CODE + "?a=b"))).containsEntry("target", "/t/" + CODE + "?a=b");
        assertThatThrownBy(() -> acts.words("look", List.of("one", "two")))
                .hasMessage("The act look has no argument two. It has: post, times, long, tags.");
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThatThrownBy(() -> new Acts(_ -> Optional.empty(), List.of(List.of(look, wave), List.of(look))))
                .hasMessage("Two acts are called look");
    }

    private Map<String, Object> run(String as, String name, Map<String, String> said) {
        return acts.run(Optional.of(as), name, said);
    }

    private void assertRefused(Map<String, String> said, String words) {
        assertThatThrownBy(() -> run("ann", "look", said)).hasMessage(words);
    }
}
