package bobbin.account;

import bobbin.base.Id;
import bobbin.script.Act;
import bobbin.script.Argument;
import bobbin.script.Argument.Kind;
import bobbin.script.Doing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** What scripts can do as somebody to other people and to their own account (15 §15.4, 15 §15.5). */
public final class AccountActs {
    private final Accounts accounts;
    private final Relations relations;
    private final HiddenWords words;
    private final Departures departures;

    public AccountActs(Accounts accounts, Relations relations, HiddenWords words, Departures departures) {
        this.accounts = accounts;
        this.relations = relations;
        this.words = words;
        this.departures = departures;
    }

    public List<Act> all() {
        return List.of(
                Act.of("follow", "Follows a public profile, or asks a private one.", this::follow, Argument.person()),
                toward("unfollow", "Ends following, or withdraws a request.", relations::unfollow),
                toward("accept", "Accepts a request to follow.", relations::accept),
                toward("decline", "Declines a request to follow.", relations::remove),
                toward("removeFollower", "Removes a follower; nobody is told.", relations::remove),
                toward("block", "Keeps somebody away; follows end in both directions.", relations::block),
                toward("unblock", "Lets somebody come near again.", relations::unblock),
                toward("restrict", "Lets nobody else see what somebody answers from now on.", relations::restrict),
                toward("unrestrict", "Ends a restriction.", relations::unrestrict),
                toward("mute", "Keeps somebody out of one's feed and notifications.", relations::mute),
                toward("unmute", "Ends a mute.", relations::unmute),
                Act.done(
                        "hideWord",
                        "Covers later replies that hold a word.",
                        doing -> words.hide(doing.account(), word(doing)),
                        word()),
                Act.done(
                        "showWord",
                        "Does not hide a word any more.",
                        doing -> words.show(doing.account(), word(doing)),
                        word()),
                Act.done(
                        "setPrivate",
                        "Opens or closes one's profile.",
                        this::setPrivate,
                        Argument.required("on", Kind.FLAG, "whether it is private from now on")),
                Act.done("deactivate", "Leaves for now.", doing -> departures.deactivate(doing.account())),
                Act.done("reactivate", "Comes back.", doing -> departures.reactivate(doing.account())),
                Act.done("deleteAccount", "Leaves for good.", doing -> departures.delete(doing.account())));
    }

    private static Act toward(String name, String meaning, BiConsumer<Id, Id> deed) {
        return Act.done(name, meaning, doing -> deed.accept(doing.account(), doing.person()), Argument.person());
    }

    private Map<String, ?> follow(Doing doing) {
        Relations.Following following = relations.follow(doing.account(), doing.person());
        return Map.of("following", following.name().toLowerCase(Locale.ROOT));
    }

    private void setPrivate(Doing doing) {
        if (doing.flag("on")) {
            accounts.makePrivate(doing.account());
        } else {
            accounts.makePublic(doing.account());
        }
    }

    private static Argument word() {
        return Argument.required("word", Kind.TEXT, "the word, or several");
    }

    private static HiddenWord word(Doing doing) {
        return new HiddenWord(doing.text("word"));
    }
}
