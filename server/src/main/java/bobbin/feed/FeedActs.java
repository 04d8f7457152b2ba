package bobbin.feed;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.script.Act;
import bobbin.script.Argument;
import bobbin.script.Argument.Kind;
import bobbin.script.Doing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What scripts can do as somebody with posts of others: like, vote, look at what happened. */
public final class FeedActs {
    private final Accounts accounts;
    private final Likes likes;
    private final Votes votes;
    private final Notifications notifications;

    public FeedActs(Accounts accounts, Likes likes, Votes votes, Notifications notifications) {
        this.accounts = accounts;
        this.likes = likes;
        this.votes = votes;
        this.notifications = notifications;
    }

    public List<Act> all() {
        return List.of(
                Act.done(
                        "like",
                        "Likes a post, or the original of a repost.",
                        doing -> likes.like(doing.account(), doing.post()),
                        Argument.post()),
                Act.done(
                        "unlike",
                        "Takes a like back.",
                        doing -> likes.unlike(doing.account(), doing.post()),
                        Argument.post()),
                Act.done(
                        "vote",
                        "Votes in a poll, once.",
                        doing -> votes.vote(doing.account(), doing.post(), doing.number("option")),
                        Argument.post(),
                        Argument.required("option", Kind.NUMBER, "1 is the first")),
                Act.of("activity", "Lists the newest notifications, newest first.", this::activity),
                Act.done(
                        "markRead",
                        "Marks every notification as read.",
                        doing -> notifications.markRead(doing.account(), Id.HIGHEST)));
    }

    private Map<String, ?> activity(Doing doing) {
        List<Notification> newest = notifications
                .of(doing.account(), Window.newest(Notifications.MOST_NEW))
                .items();
        Map<Id, Account> actors =
                accounts.all(newest.stream().map(Notification::actor).collect(Collectors.toSet()));
        return Map.of(
                "notifications",
                newest.stream().map(each -> shown(each, actors)).toList());
    }

    private static Map<String, ?> shown(Notification each, Map<Id, Account> actors) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", each.kind().name().toLowerCase(Locale.ROOT));
        shown.put(
                "by",
                Optional.ofNullable(actors.get(each.actor()))
                        .map(Account::username)
                        .orElse(""));
        shown.put("subject", each.subject());
        shown.put("at", each.id().time().toString());
        shown.put("read", each.isRead());
        return shown;
    }
}
