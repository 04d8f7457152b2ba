package bobbin.script;

import bobbin.base.Id;
import bobbin.json.Json;
import bobbin.json.Node;
import bobbin.json.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An act that is being done: who acts, and what they were told. What cannot be read is refused by the method that reads it. */
public final class Doing {
    /** A shortcode has at most as many characters; a longer number is an id. */
    private static final int LONGEST_SHORTCODE = 11;

    private final Optional<Id> account;
    private final Map<String, String> said;
    private final Function<String, Optional<Id>> people;

    /**
     * An act of somebody.
     *
     * @param account who acts; empty for somebody who has not signed in
     * @param said the arguments, by name
     * @param people finds people by username
     */
    Doing(Optional<Id> account, Map<String, String> said, Function<String, Optional<Id>> people) {
        this.account = account;
        this.said = Map.copyOf(said);
        this.people = people;
    }

    /** Who acts; refuses somebody who has not signed in. */
    public Id account() {
        return account.orElseThrow(ScriptProblems.NOBODY::refuse);
    }

    /** Who acts; empty for somebody who has not signed in. */
    public Optional<Id> viewer() {
        return account;
    }

    public Id person() {
        return person("user");
    }

    public Id person(String name) {
        return person(text(name), people);
    }

    public Id post() {
        return post("post");
    }

    /** The id of a post; whether there is one is for the act to find out. */
    public Id post(String name) {
        return optionalPost(name).orElseThrow(() -> ScriptProblems.MISSING.refuse(name));
    }

    public Optional<Id> optionalPost(String name) {
        return optional(name).map(text -> parsedPost(text).orElseThrow(() -> ScriptProblems.NO_POST.refuse(text)));
    }

    public String text(String name) {
        return optional(name).orElseThrow(() -> ScriptProblems.MISSING.refuse(name));
    }

    /** An argument that may be missing; an empty one is missing. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(said.get(name)).filter(text -> !text.isEmpty());
    }

    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> ScriptProblems.MISSING.refuse(name));
    }

    public Optional<Long> optionalNumber(String name) {
        return optional(name).map(text -> {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException _) {
                throw ScriptProblems.NO_NUMBER.refuse(name, text);
            }
        });
    }

    /** False if it was not said. */
    public boolean flag(String name) {
        return switch (optional(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ScriptProblems.NO_FLAG.refuse(name, text(name));
        };
    }

    /** Empty if it was not said. */
    public List<String> list(String name) {
        String text = optional(name).orElse("");
        if (!text.startsWith("[")) {
            return Stream.of(text.split(",", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
        try {
            return Json.parse(text).items().stream()
                    .map(Node::text)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (Unreadable _) {
            throw ScriptProblems.NO_LIST.refuse(name, text);
        }
    }

    static Id person(String username, Function<String, Optional<Id>> people) {
        return people.apply(username).orElseThrow(() -> ScriptProblems.NO_PERSON.refuse(username));
    }

    /** An id, a shortcode, or an address that ends with one. */
    private static Optional<Id> parsedPost(String text) {
        String path = text.strip().split("[?#]", 2)[0];
        String last = Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .reduce("", (_, each) -> each);
        Optional<Id> id = last.length() > LONGEST_SHORTCODE ? Id.parse(last) : Id.fromShortcode(last);
        return id.filter(each -> each.is(Id.Kind.POST));
    }
}
