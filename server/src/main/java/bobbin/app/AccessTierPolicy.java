package bobbin.app;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.sql.Tx;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an app may do for whom, by its mode and its access levels: the rules of 02 §6 and the table of 02 §7, one question per row.
 * With advanced access the answer is always yes.
 */
public final class AccessTierPolicy {
    private final Apps apps;
    private final AppSettings settings;
    private final RoleStore roles = new RoleStore();

    public AccessTierPolicy(Apps apps, AppSettings settings) {
        this.apps = apps;
        this.settings = settings;
    }

    /** Whether this person has accepted a role on this app, whichever: such people test it. */
    public boolean isTester(Tx tx, Id app, Id account) {
        return !roles.accepted(tx, app, account).isEmpty();
    }

    /**
     * Whether this person may let this app act for them. If not, the authorization window answers 1349245 (03 §1.5), and a token from
     * before 100/10 (06 §5).
     */
    public boolean mayGrant(Tx tx, App app, Id account) {
        return isOpen(app, Scope.BASIC) || isTester(tx, app.id(), account);
    }

    /**
     * What this person may grant this app: with a role everything that it asks for; others, if it is live, what it has advanced access
     * to. Empty if not even {@code threads_basic} is among it.
     */
    public Set<Scope> grantable(Tx tx, App app, Id account) {
        if (isTester(tx, app.id(), account)) {
            return app.permissions().keySet();
        }
        if (!isOpen(app, Scope.BASIC)) {
            return Set.of();
        }
        return app.permissions().keySet().stream()
                .filter(scope -> isOpen(app, scope))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** Whether a permission of this app reaches this person: it has advanced access, or the person tests it. */
    public boolean reaches(Tx tx, Id app, Scope scope, Id account) {
        return isAdvanced(tx, app, scope) || isTester(tx, app, account);
    }

    /** Keyword search: everybody's posts, or else only the caller's own. */
    public boolean searchesEverybody(Tx tx, Id app) {
        return isAdvanced(tx, app, Scope.KEYWORD_SEARCH);
    }

    /** Location search: empty for every query, or else the only one that is performed, whatever was asked (08 §8.6). */
    public Optional<String> onlyPlaceQuery(Tx tx, Id app) {
        return Optional.of(settings.standardPlace())
                .filter(only -> !only.isEmpty() && !isAdvanced(tx, app, Scope.LOCATION_TAGGING));
    }

    /** Profile lookup and profile posts: every profile, or else only those of {@code apps.standard_access.profiles}. */
    public boolean looksUp(Tx tx, Id app, String username) {
        return isReadableByAll(username) || isAdvanced(tx, app, Scope.PROFILE_DISCOVERY);
    }

    /** Mentions: by everybody, or else only by testers of the app. */
    public boolean showsMentionBy(Tx tx, Id app, Id author) {
        return reaches(tx, app, Scope.MANAGE_MENTIONS, author);
    }

    /** A single post of somebody else: everybody's, or else only that of a tester. */
    public boolean readsPostOf(Tx tx, Id app, Id author) {
        return reaches(tx, app, Scope.BASIC, author);
    }

    /** oEmbed with a token of this app: every profile, or else only those of {@code apps.standard_access.profiles}. */
    public boolean embeds(Tx tx, Id app, String username) {
        return isReadableByAll(username) || isAdvanced(tx, app, Scope.BASIC);
    }

    /** Webhooks: only for apps that are live, and have advanced access to all that the event needs (12 §12.2). */
    public boolean receivesWebhooks(Tx tx, Id app, Set<Scope> needs) {
        return apps.find(tx, app)
                .filter(found -> !found.isDisabled())
                .filter(found -> needs.stream().allMatch(scope -> isOpen(found, scope)))
                .isPresent();
    }

    private static boolean isOpen(App app, Scope scope) {
        return app.isLive() && app.access(scope) == Access.ADVANCED;
    }

    private boolean isAdvanced(Tx tx, Id app, Scope scope) {
        return apps.find(tx, app)
                .filter(found -> found.access(scope) == Access.ADVANCED)
                .isPresent();
    }

    private boolean isReadableByAll(String username) {
        return settings.standardProfiles().contains(AppSettings.plainName(username));
    }
}
