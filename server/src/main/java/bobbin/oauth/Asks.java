package bobbin.oauth;

import static java.util.stream.Collectors.joining;

import bobbin.app.AccessTierPolicy;
import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.RedirectUri;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.oauth.Challenge.Method;
import bobbin.oauth.OauthSettings.UnknownScope;
import bobbin.sql.Database;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what clients ask for at the window, and refuses in the order of 03 §1.5. */
public final class Asks {
    private static final int LONGEST_STATE = 4096;
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");
    /** What clients made for the sister platform always add (17 §3); it stands for nothing that the basic permission lacks. */
    private static final String PUBLIC_PROFILE = "public_profile";

    private final Database database;
    private final Apps apps;
    private final AccessTierPolicy policy;
    private final AppSettings appSettings;
    private final OauthSettings settings;

    public Asks(
            Database database, Apps apps, AccessTierPolicy policy, AppSettings appSettings, OauthSettings settings) {
        this.database = database;
        this.apps = apps;
        this.policy = policy;
        this.appSettings = appSettings;
        this.settings = settings;
    }

    /**
     * Reads what a client sent.
     *
     * @param sent the value of a parameter; empty if it was not sent
     */
    Ask read(Function<String, Optional<String>> sent) {
        App app = app(sent.apply("client_id"));
        String redirectUri = redirectUri(app, sent.apply("redirect_uri"));
        requireFor("response_type", sent.apply("response_type").orElse("code").equals("code"));
        Set<Scope> scopes = scopes(app, sent.apply("scope").orElse(""));
        Optional<String> state = sent.apply("state");
        requireFor("state", state.filter(text -> text.length() > LONGEST_STATE).isEmpty());
        return new Ask(app, redirectUri, scopes, state, challenge(sent));
    }

    /** What of it this person may grant; refuses whom the app cannot reach (02 §6, §7). */
    Ask narrow(Ask ask, Id account) {
        Set<Scope> grantable = database.read(tx -> policy.grantable(tx, ask.app(), account));
        if (grantable.isEmpty()) {
            throw WindowProblems.NOT_INVITED.refuse();
        }
        return ask.within(grantable);
    }

    private App app(Optional<String> clientId) {
        String text = clientId.orElseThrow(WindowProblems.NO_APP_ID::refuse);
        return Id.parse(text)
                .flatMap(apps::find)
                .filter(app -> !app.isDisabled())
                .orElseThrow(WindowProblems.NO_APP::refuse);
    }

    private String redirectUri(App app, Optional<String> sent) {
        String uri = sent.orElseThrow(WindowProblems.REDIRECT_UNKNOWN::refuse);
        if (RedirectUri.isInsecure(uri, appSettings)) {
            throw WindowProblems.REDIRECT_INSECURE.refuse();
        }
        if (!app.hasRedirect(uri)) {
            throw WindowProblems.REDIRECT_UNKNOWN.refuse();
        }
        return uri;
    }

    private Set<Scope> scopes(App app, String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        List<String> wrong = new ArrayList<>();
        for (String name : BETWEEN.split(text, -1)) {
            Optional<Scope> scope = Scope.parse(name);
            boolean unlisted = scope.isPresent() && !app.asksFor(scope.get());
            if (scope.isPresent() && !unlisted) {
                scopes.add(scope.get());
            } else if (unlisted ? settings.unknownAppScope() == UnknownScope.ERROR : !isNothing(name)) {
                wrong.add(name);
            }
        }
        if (wrong.isEmpty() && !scopes.contains(Scope.BASIC)) {
            wrong.add(Scope.BASIC.wire());
        }
        if (!wrong.isEmpty()) {
            throw WindowProblems.SCOPES_INVALID.refuse(wrong.stream().distinct().collect(joining(", ")));
        }
        return scopes;
    }

    private static boolean isNothing(String name) {
        return name.isEmpty() || name.equals(PUBLIC_PROFILE);
    }

    private static Optional<Challenge> challenge(Function<String, Optional<String>> sent) {
        return sent.apply("code_challenge").map(value -> {
            requireFor("code_challenge", Challenge.isOne(value));
            Optional<Method> method = Method.parse(sent.apply("code_challenge_method"));
            requireFor("code_challenge_method", method.isPresent());
            return new Challenge(value, method.orElseThrow());
        });
    }

    private static void requireFor(String parameter, boolean right) {
        if (!right) {
            throw WindowProblems.PARAMETER_INVALID.refuse(parameter);
        }
    }
}
