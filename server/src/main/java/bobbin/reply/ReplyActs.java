package bobbin.reply;

import bobbin.base.Id;
import bobbin.script.Act;
import bobbin.script.Argument;
import bobbin.script.ScriptProblems;
import java.util.List;
import java.util.function.BiPredicate;

/** What scripts can do as somebody with replies under their posts, as on our own pages. */
public final class ReplyActs {
    private final Hiding hiding;
    private final Approvals approvals;

    public ReplyActs(Hiding hiding, Approvals approvals) {
        this.hiding = hiding;
        this.approvals = approvals;
    }

    public List<Act> all() {
        return List.of(
                act("hide", "Hides a reply under one's own post.", hiding::hide),
                act("unhide", "Shows a hidden reply again.", hiding::unhide),
                act("approve", "Lets everybody see a reply that waits for approval.", approvals::approve),
                act("ignore", "Puts a reply aside that waits for approval.", approvals::ignore));
    }

    private static Act act(String name, String meaning, BiPredicate<Reader, Id> deed) {
        return Act.done(
                name,
                meaning,
                doing -> {
                    if (!deed.test(Reader.onTheWeb(doing.account()), doing.post())) {
                        throw ScriptProblems.NOT_FOUND.refuse();
                    }
                },
                Argument.post());
    }
}
