package bobbin.webhook;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.oauth.Grant;
import bobbin.oauth.Grants;
import bobbin.post.Lifetime;
import bobbin.post.Mentioning;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles who is told of what happened: which apps, about which of their install users (12 §12.2). */
public final class Addressing {
    /** Deeper conversations are looked through from the reply up to here, and at their root. */
    private static final int MOST_ANCESTORS = 200;

    private final Database database;
    private final Posts posts;
    private final Mentioning mentioning;
    private final Visibility visibility;
    private final Grants grants;
    private final Subscriptions subscriptions;
    private final People people;

    /** Who people are, and what apps may do for them. */
    public record People(Accounts accounts, AccessTierPolicy policy) {
        Optional<Account> active(Tx tx, Id id) {
            return accounts.find(tx, id).filter(Account::isActive);
        }

        boolean isOpen(Tx tx, Id id) {
            return active(tx, id).filter(account -> !account.isPrivate()).isPresent();
        }
    }

    public Addressing(
            Database database,
            Posts posts,
            Mentioning mentioning,
            Visibility visibility,
            Grants grants,
            Subscriptions subscriptions,
            People people) {
        this.database = database;
        this.posts = posts;
        this.mentioning = mentioning;
        this.visibility = visibility;
        this.grants = grants;
        this.subscriptions = subscriptions;
        this.people = people;
    }

    /** What is to be told of an event; nothing if the post or its author is gone. */
    List<Notice> notices(Event event) {
        Map<Id, Reception> receptions = subscriptions.all();
        return database.read(tx -> posts.find(tx, event.post())
                .filter(post -> people.active(tx, post.author()).isPresent())
                .map(post -> notices(tx, event, post).stream()
                        .filter(notice -> isWanted(tx, receptions, notice))
                        .toList())
                .orElse(List.of()));
    }

    private List<Notice> notices(Tx tx, Event event, Post post) {
        return switch (event.kind()) {
            case PUBLISHED -> Notice.all(grants(tx, post.author(), Field.PUBLISH), Field.PUBLISH, post, post);
            case WITHDRAWN -> Notice.all(grants(tx, post.author(), Field.DELETE), Field.DELETE, post, post);
            case SHOWN -> {
                List<Notice> notices = new ArrayList<>();
                if (people.isOpen(tx, post.author()) && post.deletedAt().isEmpty()) {
                    notices.addAll(replies(tx, post));
                    notices.addAll(mentions(tx, post));
                }
                yield notices;
            }
        };
    }

    /**
     * Everybody who owns the root or anything between it and the reply and may see it, each with their own nearest post; unless the root is
     * closed. Whoever restricted the author or hides the words sees the reply, so as to moderate it.
     */
    private List<Notice> replies(Tx tx, Post reply) {
        if (!reply.isReply() || isGhost(reply)) {
            return List.of();
        }
        Optional<Post> root =
                posts.find(tx, reply.root()).filter(post -> !isGhost(post) && people.isOpen(tx, post.author()));
        if (root.isEmpty()) {
            return List.of();
        }
        Map<Id, Post> nearest = new LinkedHashMap<>();
        Optional<Post> above = parent(tx, reply);
        for (int i = 0; i < MOST_ANCESTORS && above.isPresent(); i++) {
            nearest.putIfAbsent(above.get().author(), above.get());
            above = parent(tx, above.get());
        }
        nearest.putIfAbsent(root.get().author(), root.get());
        List<Notice> notices = new ArrayList<>();
        nearest.forEach((owner, post) -> {
            if (people.isOpen(tx, owner) && visibility.canSee(tx, Onlooker.of(owner), reply)) {
                notices.addAll(Notice.all(grants(tx, owner, Field.REPLIES), Field.REPLIES, reply, post));
            }
        });
        return notices;
    }

    /** Everybody whom it names and who would find it among their mentions. */
    private List<Notice> mentions(Tx tx, Post post) {
        return mentioning.in(tx, post.id()).stream()
                .filter(named -> people.active(tx, named).isPresent())
                .filter(named -> !visibility
                        .listed(tx, Onlooker.of(named), List.of(post))
                        .isEmpty())
                .flatMap(named -> Notice.all(grants(tx, named, Field.MENTIONS), Field.MENTIONS, post, post).stream())
                .toList();
    }

    private Optional<Post> parent(Tx tx, Post post) {
        return post.content().references().repliedTo().flatMap(id -> posts.find(tx, id));
    }

    private static boolean isGhost(Post post) {
        return post.content().lifetime() == Lifetime.GHOST;
    }

    private List<Grant> grants(Tx tx, Id account, Field field) {
        return grants.of(tx, account).stream()
                .filter(grant -> allows(tx, grant, field))
                .toList();
    }

    private boolean isWanted(Tx tx, Map<Id, Reception> receptions, Notice notice) {
        Id app = notice.grant().app();
        return Optional.ofNullable(receptions.get(app))
                .filter(reception -> reception.wants(notice.field(), tx.now()))
                .filter(_ ->
                        people.policy().receivesWebhooks(tx, app, notice.field().needs()))
                .isPresent();
    }

    /** Why something that waits is not worth sending any more; empty if it is (12 §12.7). */
    Optional<String> obstacle(Tx tx, Delivery delivery) {
        Field field = delivery.field();
        if (delivery.isTest()) {
            return Optional.empty(); // so that a receiver can be tried before the app is live
        }
        if (!people.policy().receivesWebhooks(tx, delivery.app(), field.needs())) {
            return Optional.of("the app is not live, or lacks advanced access");
        }
        if (people.active(tx, delivery.account()).isEmpty()) {
            return Optional.of("the person is gone");
        }
        if (grants.of(tx, delivery.account()).stream()
                .noneMatch(grant -> grant.app().equals(delivery.app()) && allows(tx, grant, field))) {
            return Optional.of("the person allows it no more");
        }
        return field.endsWithThePost() ? loss(tx, delivery) : Optional.empty();
    }

    private Optional<String> loss(Tx tx, Delivery delivery) {
        Optional<Post> post = posts.find(tx, delivery.post())
                .filter(found -> found.deletedAt().isEmpty());
        if (post.isEmpty()) {
            return Optional.of("the post is deleted");
        }
        return visibility.canSee(tx, Onlooker.of(delivery.account()), post.get())
                ? Optional.empty()
                : Optional.of("the person may not see the post any more");
    }

    private static boolean allows(Tx tx, Grant grant, Field field) {
        return grant.holds(tx.now()) && grant.scopes().containsAll(field.needs());
    }
}
