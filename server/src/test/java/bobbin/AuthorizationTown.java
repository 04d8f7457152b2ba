package bobbin;

import bobbin.account.Details;
import bobbin.account.SignUp;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Edge;
import bobbin.graph.Graph;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.json.Json;
import bobbin.json.Node;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People of every kind, and what each of them is answered when they call an edge on what belongs to an author. */
final class AuthorizationTown {
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    /** What is special about who calls. */
    enum Caller {
        OWNER("owner", "to whom the node belongs"),
        FOLLOWER("follower", "follows the owner"),
        STRANGER("stranger", "has nothing to do with the owner"),
        BLOCKED("blocked", "the owner blocks them"),
        BLOCKER("blocker", "they block the owner"),
        SHUT_OUT("private", "a stranger, and the owner is private"),
        FRIEND("private, follower", "an accepted follower of an owner who is private"),
        ABROAD("abroad", "a stranger, outside the countries for which the post is"),
        SUSPENDED("suspended", "the owner, whom the operator has suspended from publishing"),
        OTHER_APP("other app", "the owner, through another app"),
        UNSCOPED("no scope", "the owner, without one of the permissions"),
        EXPIRED("expired", "the owner, with a token past its time"),
        REVOKED("revoked", "the owner, who has removed the app"),
        NOBODY("no token", "without a token");

        private final String title;
        private final String about;

        Caller(String title, String about) {
            this.title = title;
            this.about = about;
        }

        String title() {
            return title;
        }

        String about() {
            return about;
        }
    }

    private final Parts parts;
    private final TestClock time;
    private final Graph graph;
    private final AuthorizationCalls calls;
    private final Map<String, Id> people = new HashMap<>();
    private final Id demo;
    private final Id other;

    AuthorizationTown(Parts parts, Settings settings, TestClock time) {
        this.parts = parts;
        this.time = time;
        graph = Api.graph(parts, settings, new PublicUrls(settings.http()));
        for (String name : List.of("owner", "secret", "barred", "leaver", "fay", "sam", "bea", "ben", "gus")) {
            people.put(
                    name,
                    parts.people
                            .accounts
                            .create(SignUp.of(name, "password of " + name))
                            .id());
        }
        demo = parts.platform
                .apps
                .create(Actor.OPERATOR, person("owner"), "Demo")
                .id();
        other = parts.platform
                .apps
                .create(Actor.OPERATOR, person("owner"), "Other")
                .id();
        calls = new AuthorizationCalls(
                graph, parts.reading.places.having("menlo", 1).getFirst().id().toString(), demo.toString());
        settle();
    }

    private void settle() {
        Id owner = person("owner");
        parts.people.relations.follow(person("fay"), owner);
        parts.people.relations.block(owner, person("bea"));
        parts.people.relations.block(person("ben"), owner);
        parts.people.relations.follow(person("fay"), person("secret"));
        parts.people.relations.follow(person("gus"), person("secret"));
        parts.people.accounts.makePrivate(person("secret"));
        parts.people.accounts.editDetails(person("sam"), living("DE"));
    }

    private static Details living(String country) {
        Details none = Details.NONE;
        return new Details(
                none.birthDate(), none.gender(), Optional.of(country), none.city(), none.language(), none.timeZone());
    }

    List<Edge> edges() {
        return graph.edges().all();
    }

    /** What an edge answers to somebody. Without a permission: to somebody who has all others, for each that it needs. */
    String answer(Edge edge, Caller caller) {
        if (caller != Caller.UNSCOPED) {
            return answer(edge, caller, ALL);
        }
        Set<String> answers = new HashSet<>();
        for (Scope missing : edge.needs()) {
            // Nobody can have a token without it (03 §1.1).
            if (missing != Scope.BASIC) {
                Set<Scope> others = EnumSet.copyOf(ALL);
                others.remove(missing);
                answers.add(answer(edge, caller, others));
            }
        }
        return answers.isEmpty()
                ? "-"
                : String.join(" or ", answers.stream().sorted().toList());
    }

    private String answer(Edge edge, Caller caller, Set<Scope> scopes) {
        Id author = author(caller);
        Id through = caller == Caller.OTHER_APP ? other : demo;
        String id =
                Long.toString(parts.platform.tokens.issue(author, through, ALL).userId());
        String own = parts.platform.tokens.issue(author, demo, ALL).text();
        String token = caller == Caller.NOBODY
                ? ""
                : parts.platform.tokens.issue(viewer(caller), through, scopes).text();
        String guest = parts.platform.tokens.issue(person("gus"), demo, ALL).text();
        Request request = calls.on(
                edge,
                new AuthorizationCalls.Owner(
                        own,
                        id,
                        parts.people.accounts.get(author).username(),
                        caller == Caller.ABROAD ? "CA" : "",
                        guest),
                token);
        return switch (caller) {
            case EXPIRED -> later(request);
            case REVOKED -> {
                parts.platform.grants.remove(author, demo);
                yield outcome(request);
            }
            case SUSPENDED -> {
                parts.membership.moderation.suspend(author);
                String outcome = outcome(request);
                parts.membership.moderation.unsuspend(author);
                yield outcome;
            }
            default -> outcome(request);
        };
    }

    private String later(Request request) {
        var now = time.instant();
        time.pass(Duration.ofDays(61));
        try {
            return outcome(request);
        } finally {
            time.set(now);
        }
    }

    private String outcome(Request request) {
        Node answer = Json.parse(graph.answer(request).bodyText());
        return answer.get("error")
                .map(error -> error.text("code").orElseThrow()
                        + error.text("error_subcode").map(sub -> "/" + sub).orElse(""))
                .orElse("yes");
    }

    private Id author(Caller caller) {
        return person(
                switch (caller) {
                    case SHUT_OUT, FRIEND -> "secret";
                    case SUSPENDED -> "barred";
                    case REVOKED -> "leaver";
                    default -> "owner";
                });
    }

    private Id viewer(Caller caller) {
        return switch (caller) {
            case FOLLOWER, FRIEND -> person("fay");
            case STRANGER, SHUT_OUT, ABROAD -> person("sam");
            case BLOCKED -> person("bea");
            case BLOCKER -> person("ben");
            default -> author(caller);
        };
    }

    private Id person(String name) {
        return Optional.ofNullable(people.get(name)).orElseThrow();
    }
}
