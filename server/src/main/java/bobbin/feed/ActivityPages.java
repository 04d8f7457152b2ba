package bobbin.feed;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody is told of, as a page (15 §15.16, 15 §15.19). */
public final class ActivityPages implements WebPart {
    private static final String PATH = "/activity";
    private static final int SHOWN = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Accounts accounts;
    private final Apps apps;
    private final Notifications notifications;
    private final StaticTemplates templates = new StaticTemplates();

    /**
     * A notification as it is read.
     *
     * @param who the name of a person or an app
     * @param profile where the person is to be seen; empty for an app
     * @param place where more is to be seen
     * @param at when, in the time zone of the reader
     */
    public record Line(
            String id, String who, Optional<String> profile, String words, String place, String at, boolean isNew) {}

    public ActivityPages(Accounts accounts, Apps apps, Notifications notifications) {
        this.accounts = accounts;
        this.apps = apps;
        this.notifications = notifications;
    }

    @Override
    public void declare(Routes routes) {
        routes.get(PATH, this::list).post(PATH + "/read", this::markRead);
    }

    private Response list(Visit visit) {
        Account reader = accounts.get(visit.signedIn().account());
        List<Notification> newest =
                notifications.of(reader.id(), Window.newest(SHOWN)).items();
        Map<Id, Account> actors =
                accounts.all(newest.stream().map(Notification::actor).collect(Collectors.toSet()));
        DateTimeFormatter time = TIME.withZone(reader.details().timeZone());
        return visit.page(
                "Activity",
                templates.feedActivity(
                        visit,
                        newest.stream()
                                .flatMap(each -> line(each, actors, time).stream())
                                .toList()));
    }

    /** Empty if whom it names was removed a moment ago. */
    private Optional<Line> line(Notification each, Map<Id, Account> actors, DateTimeFormatter time) {
        if (each.kind().isOfApp()) {
            return apps.find(each.subject()).map(App::name).map(name -> line(each, name, Optional.empty(), time));
        }
        return Optional.ofNullable(actors.get(each.actor()))
                .map(Account::username)
                .map(username -> line(each, "@" + username, Optional.of("/@" + username), time));
    }

    private static Line line(Notification each, String who, Optional<String> profile, DateTimeFormatter time) {
        return new Line(
                each.id().toString(),
                who,
                profile,
                each.kind().words(),
                place(each, profile.orElse("")),
                time.format(each.id().time()),
                !each.isRead());
    }

    private static String place(Notification each, String profile) {
        return switch (each.kind()) {
            case FOLLOW -> profile;
            case FOLLOW_REQUEST -> "/settings/privacy";
            case LIKE, REPLY, MENTION, REPOST, QUOTE, APPROVAL_WANTED, POLL_ENDED ->
                "/t/" + each.subject().shortcode();
            case APP_INVITATION, APP_AUTHORIZED -> "/settings/apps";
        };
    }

    private Response markRead(Visit visit) {
        Id account = visit.signedIn().account();
        Id.parse(visit.form("last")).ifPresent(last -> notifications.markRead(account, last));
        return visit.redirect(PATH);
    }
}
