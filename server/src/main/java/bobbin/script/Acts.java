package bobbin.script;

import bobbin.base.Id;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every act that there is, by name. */
public final class Acts {
    private static final String TARGET = "target";

    private final Map<String, Act> byName = new TreeMap<>();
    private final Function<String, Optional<Id>> people;

    /**
     * Collects what features contribute; two acts of one name stop the start.
     *
     * @param people finds people by username, whatever their state
     */
    public Acts(Function<String, Optional<Id>> people, List<List<Act>> contributed) {
        this.people = people;
        contributed.stream().flatMap(List::stream).forEach(act -> {
            if (byName.put(act.name(), act) != null) {
                throw new IllegalStateException("Two acts are called " + act.name());
            }
        });
    }

    /** In alphabetical order. */
    public Collection<Act> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Does something as somebody.
     *
     * @param as the username of who acts; empty for somebody who has not signed in
     * @param said the arguments; the first of the act may be called {@code target}
     * @return who did what, then what came of it
     */
    public Map<String, Object> run(Optional<String> as, String name, Map<String, String> said) {
        Act act = find(name);
        Optional<Id> account = as.map(username -> Doing.person(username, people));
        Map<String, ?> outcome = act.deed().run(new Doing(account, arguments(act, said), people));
        Map<String, Object> answer = new LinkedHashMap<>();
        as.ifPresent(username -> answer.put("as", username));
        answer.put("act", name);
        answer.putAll(outcome);
        return answer;
    }

    /**
     * The words of a command line as arguments: {@code name=value} where the act has an argument of this name, and one word that is the
     * target.
     */
    public Map<String, String> words(String name, List<String> words) {
        Act act = find(name);
        Map<String, String> said = new LinkedHashMap<>();
        for (String word : words) {
            String[] halves = word.split("=", 2);
            boolean named = halves.length == 2 && act.argument(halves[0]).isPresent();
            if (said.put(named ? halves[0] : TARGET, named ? halves[1] : word) != null) {
                throw ScriptProblems.NO_ARGUMENT.refuse(name, word, names(act));
            }
        }
        return said;
    }

    private Act find(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() ->
                        ScriptProblems.NO_ACT.refuse(name, " There is: " + String.join(", ", byName.keySet()) + "."));
    }

    /** By their own names; refuses what the act does not know, and that something is missing that it needs. */
    private static Map<String, String> arguments(Act act, Map<String, String> said) {
        Map<String, String> arguments = new LinkedHashMap<>();
        said.forEach((name, value) -> {
            Argument argument = act.argument(name)
                    .or(() -> act.target().filter(_ -> name.equals(TARGET)))
                    .orElseThrow(() -> ScriptProblems.NO_ARGUMENT.refuse(act.name(), name, names(act)));
            arguments.put(argument.name(), value);
        });
        act.arguments().stream()
                .filter(argument -> argument.isRequired()
                        && arguments.getOrDefault(argument.name(), "").isEmpty())
                .findFirst()
                .ifPresent(argument -> {
                    throw ScriptProblems.MISSING.refuse(argument.name());
                });
        return arguments;
    }

    private static String names(Act act) {
        return act.arguments().isEmpty()
                ? "none"
                : act.arguments().stream().map(Argument::name).collect(Collectors.joining(", "));
    }
}
