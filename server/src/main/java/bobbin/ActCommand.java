package bobbin;

import bobbin.script.Act;
import bobbin.script.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Does as a person what the API cannot do: like, follow, vote, block and the rest. */
@Command(
        name = "act",
        description = {
            "Do something as a person: like, follow, vote, block, reply and so on.",
            "It is as if they did it on the pages. Without anything it lists what there is."
        },
        footer = {
            "",
            "Examples:",
            "  bobbin act",
            "  bobbin act bob follow ann",
            "  bobbin act bob reply 3843852136068678657 \"text=Tea. Always.\"",
            "  bobbin act bob vote https://threads.example/@ann/post/DVYGybzgAQB option=2",
            "  bobbin act - view DVYGybzgAQB       (somebody who has not signed in)"
        })
final class ActCommand extends Administration {
    private static final String NOBODY = "-";

    @Mixin
    private final Printing printing = new Printing();

    @Parameters(index = "0", arity = "0..1", paramLabel = "<username>", description = "Who acts; - for nobody.")
    private String username = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "<act>", description = "What they do.")
    private String act = "";

    @Parameters(
            index = "2..*",
            paramLabel = "<target> | <name>=<value>",
            description = "Whom or what it is about, and what else there is to say.")
    private List<String> words = List.of();

    @Override
    void run(Given given, Parts parts) {
        if (username.isEmpty()) {
            printing.all(
                    given.world().out(),
                    parts.acts.all().stream().map(ActCommand::row).toList());
            return;
        }
        Optional<String> as = Optional.of(username).filter(name -> !name.equals(NOBODY));
        printing.one(given.world().out(), parts.acts.run(as, act, parts.acts.words(act, words)));
    }

    private static Map<String, Object> row(Act act) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("act", act.name());
        row.put("arguments", act.arguments().stream().map(ActCommand::shown).collect(Collectors.joining(" ")));
        row.put("meaning", act.meaning());
        return row;
    }

    private static String shown(Argument argument) {
        return argument.isRequired() ? argument.name() : "[" + argument.name() + "]";
    }
}
