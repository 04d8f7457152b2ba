package bobbin.oauth;

import bobbin.app.App;
import bobbin.base.Problem;
import bobbin.base.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be known about a token, for the developers of its app (03 §6). */
sealed interface Inspection {

    /** The app whose token it is; empty if it is none of ours. */
    Optional<App> of();

    /** What {@code debug_token} shows, in its order. */
    Map<String, Object> members();

    /** None of ours. */
    record Unreadable(Problem why) implements Inspection {
        @Override
        public Optional<App> of() {
            return Optional.empty();
        }

        @Override
        public Map<String, Object> members() {
            return invalid(why);
        }
    }

    /** The token of an app itself. */
    record OfApp(App app, Instant issuedAt) implements Inspection {
        @Override
        public Optional<App> of() {
            return Optional.of(app);
        }

        @Override
        public Map<String, Object> members() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("type", "APP");
            name(data, app);
            data.put("expires_at", 0);
            data.put("is_valid", true);
            data.put("issued_at", issuedAt.getEpochSecond());
            data.put("scopes", List.of());
            return data;
        }
    }

    /**
     * The token of a person.
     *
     * @param scopes what it allows now
     */
    record OfUser(App app, Standing standing, Set<Scope> scopes) implements Inspection {
        @Override
        public Optional<App> of() {
            return Optional.of(app);
        }

        @Override
        public Map<String, Object> members() {
            Token token = standing.token();
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("type", "USER");
            name(data, app);
            standing.grant()
                    .ifPresent(grant ->
                            data.put("data_access_expires_at", grant.expiresAt().getEpochSecond()));
            data.put("expires_at", token.expiresAt().getEpochSecond());
            data.put("is_valid", true);
            data.put("issued_at", token.issuedAt().getEpochSecond());
            data.put("scopes", scopes.stream().sorted().map(Scope::wire).toList());
            nameUser(data, standing);
            return data;
        }
    }

    /** The token of a person, after its end. */
    record Ended(App app, Standing standing, Problem why) implements Inspection {
        @Override
        public Optional<App> of() {
            return Optional.of(app);
        }

        @Override
        public Map<String, Object> members() {
            Map<String, Object> data = invalid(why);
            name(data, app);
            nameUser(data, standing);
            return data;
        }
    }

    /** The error stands first, where its readers look for it (06 §1). */
    private static Map<String, Object> invalid(Problem why) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", why.code());
        error.put("message", why.message());
        why.subcode().ifPresent(number -> error.put("subcode", number));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("error", error);
        data.put("is_valid", false);
        data.put("scopes", List.of());
        return data;
    }

    private static void name(Map<String, Object> data, App app) {
        data.put("application", app.name());
        data.put("app_id", app.id().toString());
    }

    private static void nameUser(Map<String, Object> data, Standing standing) {
        standing.grant().ifPresent(grant -> data.put("user_id", Long.toString(grant.scopedId())));
    }
}
