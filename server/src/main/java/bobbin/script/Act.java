package bobbin.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One thing that somebody can do by a script. The first argument is its target, which may be named {@code target} as well.
 *
 * @param name a verb, such as {@code like}
 * @param meaning one sentence
 */
public record Act(String name, String meaning, List<Argument> arguments, Deed deed) {

    /** Does it, and says what came of it: names and what {@code Json} can write. */
    @FunctionalInterface
    public interface Deed {
        Map<String, ?> run(Doing doing);
    }

    public Act {
        arguments = List.copyOf(arguments);
    }

    public static Act of(String name, String meaning, Deed deed, Argument... arguments) {
        return new Act(name, meaning, List.of(arguments), deed);
    }

    /** An act of which there is nothing to tell but that it was done. */
    public static Act done(String name, String meaning, Consumer<Doing> deed, Argument... arguments) {
        return of(
                name,
                meaning,
                doing -> {
                    deed.accept(doing);
                    return Map.of();
                },
                arguments);
    }

    Optional<Argument> argument(String called) {
        return arguments.stream().filter(each -> each.name().equals(called)).findFirst();
    }

    Optional<Argument> target() {
        return arguments.stream().findFirst();
    }
}
