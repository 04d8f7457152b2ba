package bobbin;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostProblems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the operator does with posts. */
@Command(
        name = "post",
        description = "Take posts away.",
        subcommands = PostCommand.Remove.class,
        footer = {"", "Example:", "  bobbin post remove https://threads.example/@ann/post/DgEtpjCZRoA"})
final class PostCommand {
    private PostCommand() {}

    @Command(
            name = "remove",
            description = "Remove anybody's post. It goes as if its author had deleted it, but no app is told.",
            footer = {"", "Example:", "  bobbin post remove 4036551933604207105"})
    static final class Remove extends Administration {
        @Mixin
        private final Printing printing = new Printing();

        @Parameters(paramLabel = "<post>", description = "Its id, its short code, or the address of its page.")
        private String post = "";

        @Override
        void run(Given given, Parts parts) {
            Post removed = id(post).flatMap(parts.writing.deletions::remove)
                    .orElseThrow(() -> PostProblems.POST_MISSING.refuse(post));
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("removed", removed.id());
            shown.put(
                    "username",
                    parts.people.accounts.find(removed.author()).orElseThrow().username());
            shown.put("text", removed.content().text().orElse(""));
            printing.one(given.world().out(), shown);
        }

        private static Optional<Id> id(String typed) {
            String last = typed.strip()
                    .replaceFirst("[?#].*", "")
                    .replaceFirst("/+$", "")
                    .replaceFirst(".*/", "");
            return Id.parse(last).or(() -> Id.fromShortcode(last)).filter(id -> id.is(Id.Kind.POST));
        }
    }
}
