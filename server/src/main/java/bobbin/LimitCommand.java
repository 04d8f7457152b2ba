package bobbin;

import bobbin.account.Account;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.limit.Limit;
import bobbin.limit.OwnTotal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the operator does with limits: some people and apps may do more, or less, than the settings let everybody do. */
@Command(
        name = "limit",
        description = {
            "Give a person or the users of an app a limit of their own, or take it back.",
            "It counts for 24 hours, or for whatever limits.*.duration says."
        },
        subcommands = {LimitCommand.ListOwn.class, LimitCommand.Give.class, LimitCommand.TakeBack.class},
        footer = {
            "",
            "Examples:",
            "  bobbin limit give ann posts 1000",
            "  bobbin limit give 1234567890123456789 calls 500000",
            "  bobbin limit take-back ann posts"
        })
final class LimitCommand {
    private static final String CALLS = "calls";

    @Command(
            name = "list",
            description = "List who was given what.",
            footer = {"", "Example:", "  bobbin limit list"})
    static final class ListOwn extends Administration {
        @Mixin
        private final Printing printing = new Printing();

        @Override
        void run(Given given, Parts parts) {
            printing.all(
                    given.world().out(),
                    parts.reading.limits.own().stream()
                            .map(each -> row(parts, each))
                            .toList());
        }

        private static Map<String, Object> row(Parts parts, OwnTotal own) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("who", name(parts, own.owner()));
            row.put("limit", own.limit().toLowerCase(Locale.ROOT));
            row.put("total", own.total());
            return row;
        }

        private static String name(Parts parts, Id owner) {
            return parts.people.accounts.find(owner).map(Account::username).orElse(owner.toString());
        }
    }

    /** A command about one limit of one person or app. */
    abstract static class OfOne extends Administration {
        @Parameters(index = "0", paramLabel = "<username|app-id>")
        private String who = "";

        @Parameters(
                index = "1",
                paramLabel = "<limit>",
                description =
                        "posts, replies, deletes, location_search, keyword_search, profile_lookup, profile_posts or calls.")
        private String limit = "";

        /** Sets it; without a total, what holds for everybody holds again. */
        final void set(Parts parts, Optional<Integer> total) {
            String name = limit.strip().toLowerCase(Locale.ROOT);
            if (!names().contains(name)) {
                throw new Faults(List.of(Names.unknown(limit, names())));
            }
            Id owner = owner(parts);
            if (name.equals(CALLS)) {
                parts.attention.budget.give(owner, total);
            } else {
                parts.reading.limits.give(owner, Limit.valueOf(name.toUpperCase(Locale.ROOT)), total);
            }
        }

        /** Who was typed; a username that looks like the id of an app is written with {@code @}. */
        private Id owner(Parts parts) {
            Optional<Id> app = Id.parse(who).filter(id -> id.is(Id.Kind.APP));
            return app.map(id -> parts.platform.apps.show(Actor.OPERATOR, id).id())
                    .orElseGet(() -> UserShowCommand.named(parts, who).id());
        }

        private static List<String> names() {
            List<String> names = new ArrayList<>(Stream.of(Limit.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList());
            names.add(CALLS);
            return names;
        }
    }

    @Command(
            name = "give",
            description = "Give a limit of its own; a person's is stronger than that of the app.",
            footer = {"", "Example:", "  bobbin limit give ann posts 1000"})
    static final class Give extends OfOne {
        @Parameters(index = "2", paramLabel = "<total>", description = "How often, 0 or more.")
        private int total;

        @Override
        void run(Given given, Parts parts) {
            if (total < 0) {
                throw new Faults(List.of("A total is 0 or more, not " + total + "."));
            }
            set(parts, Optional.of(total));
        }
    }

    @Command(
            name = "take-back",
            description = "Let the limit hold that holds for everybody.",
            footer = {"", "Example:", "  bobbin limit take-back ann posts"})
    static final class TakeBack extends OfOne {
        @Override
        void run(Given given, Parts parts) {
            set(parts, Optional.empty());
        }
    }
}
