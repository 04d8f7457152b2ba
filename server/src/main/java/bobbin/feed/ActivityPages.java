package bobbin.feed;

import bobbin.account.Account;
import bobbin.account.Accounts;
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
    private final Notifications notifications;
    private final StaticTemplates templates = new StaticTemplates();

    /**
     * A notification as it is read.
     *
     * @param place where more is to be seen
     * @param at when, in the time zone of the reader
     */
    public record Line(String id, String username, String words, String place, String at, boolean isNew) {}

    public ActivityPages(Accounts accounts, Notifications notifications) {
        this.accounts = accounts;
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
                                .flatMap(each -> Optional.ofNullable(actors.get(each.actor())).stream()
                                        .map(actor -> line(each, actor.username(), time)))
                                .toList()));
    }

    private static Line line(Notification each, String username, DateTimeFormatter time) {
        return new Line(
                each.id().toString(),
                username,
                each.kind().words(),
                place(each, username),
                time.format(each.id().time()),
                !each.isRead());
    }

    private static String place(Notification each, String username) {
        return switch (each.kind()) {
            case FOLLOW -> "/@" + username;
            case FOLLOW_REQUEST -> "/settings/privacy";
            case LIKE, REPLY, MENTION, REPOST, QUOTE, APPROVAL_WANTED, POLL_ENDED ->
                "/t/" + each.subject().shortcode();
        };
    }

    private Response markRead(Visit visit) {
        Id account = visit.signedIn().account();
        Id.parse(visit.form("last")).ifPresent(last -> notifications.markRead(account, last));
        return visit.redirect(PATH);
    }
}
