package bobbin.oauth;

import bobbin.app.App;
import bobbin.base.Id;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An app that a person let in, as the person sees it among their settings.
 *
 * @param app empty if it no longer exists
 * @param rows what it may do
 * @param deletions what it was asked to delete, the latest first
 */
public record GrantCard(Optional<App> app, Grant grant, List<ConsentRow> rows, List<DataDeletion> deletions) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static GrantCard of(Optional<App> app, Grant grant, List<DataDeletion> deletions) {
        List<ConsentRow> rows = grant.scopes().stream()
                .sorted()
                .map(scope -> ConsentRow.of(scope, false))
                .toList();
        return new GrantCard(app, grant, rows, deletions);
    }

    public Id id() {
        return grant.app();
    }

    public String name() {
        return app.map(App::name).orElse("An app that no longer exists");
    }

    public String granted() {
        return DAY.format(grant.grantedAt());
    }

    public String expires() {
        return DAY.format(grant.expiresAt());
    }

    public String lastUse() {
        return grant.usedAt().map(DAY::format).orElse("never");
    }

    /** When it was removed, or when it ran out. */
    public String over() {
        return DAY.format(grant.endedAt().orElse(grant.expiresAt()));
    }

    public boolean wasRemoved() {
        return grant.endedAt().isPresent();
    }

    /** Whether the app has an address where it can be asked to delete data. */
    public boolean canBeAsked() {
        return app.flatMap(App::dataDeletionUrl).isPresent();
    }

    /** Whether it was asked since it was last let in. */
    public boolean wasAsked() {
        return deletions.stream().anyMatch(asked -> !asked.requestedAt().isBefore(grant.grantedAt()));
    }

    public static String day(Instant time) {
        return DAY.format(time);
    }
}
