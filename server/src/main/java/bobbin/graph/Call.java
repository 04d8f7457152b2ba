package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.base.Window;
import bobbin.http.Request;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call, as a handler sees it: who, on what, with which parameters, when. */
public final class Call {
    private final Request request;
    private final Params params;
    private final Target target;
    private final Instant now;
    private final Optional<String> token;
    private final @Nullable Viewer viewer;
    private final @Nullable Id node;
    private final @Nullable Paging paging;

    Call(Request request, Params params, Target target, Instant now, Optional<String> token) {
        this(request, params, target, now, token, null, null, null);
    }

    private Call(
            Request request,
            Params params,
            Target target,
            Instant now,
            Optional<String> token,
            @Nullable Viewer viewer,
            @Nullable Id node,
            @Nullable Paging paging) {
        this.request = request;
        this.params = params;
        this.target = target;
        this.now = now;
        this.token = token;
        this.viewer = viewer;
        this.node = node;
        this.paging = paging;
    }

    public Request request() {
        return request;
    }

    public Params params() {
        return params;
    }

    /** When the call began. */
    public Instant now() {
        return now;
    }

    /** The access token as it was sent; only edges that are open to everybody have a reason to look at it. */
    public Optional<String> token() {
        return token;
    }

    /** Who calls. Edges that are open to everybody have no caller. */
    public Viewer viewer() {
        if (viewer == null) {
            throw GraphProblems.TOKEN_MISSING.refuse();
        }
        return viewer;
    }

    /** The account on whose behalf the app calls. */
    public Id self() {
        return viewer().account().orElseThrow(GraphProblems.PERMISSION_MISSING::refuse);
    }

    /** Refuses a caller who may not do this: for parameters that need more than their edge (06 §5). */
    public void require(Scope scope) {
        if (!viewer().has(scope)) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
    }

    /** The node in the path. */
    public Id node() {
        if (node == null) {
            throw new IllegalStateException("An edge at the root has no node");
        }
        return node;
    }

    /** The part of the list that is asked for, if it is sorted by time. */
    public Window window() {
        return paging().window();
    }

    /** The times that are asked for: for lists that are sorted by something else. */
    public Window times() {
        return paging().times();
    }

    /** Where in the list the page is: for lists that are sorted by something else than time. */
    public Window place() {
        return paging().place();
    }

    /** The method that is meant, in small letters: a POST may stand for another one (01 §3). */
    public String method() {
        return target.method();
    }

    /** The refusal of a node that does not exist, or not for this caller: the same words in all cases (06 §3 rule 3). */
    public Refusal missing() {
        return GraphProblems.OBJECT_MISSING.refuse(
                target.method(), target.node().orElse(""));
    }

    Target target() {
        return target;
    }

    Call by(Viewer caller, @Nullable Id on) {
        return new Call(request, params, target, now, token, caller, on, paging);
    }

    /** The same call about another node. */
    Call at(Id other) {
        return new Call(request, params, target, now, token, viewer, other, null);
    }

    Call within(Paging part) {
        return new Call(request, params, target, now, token, viewer, node, part);
    }

    private Paging paging() {
        if (paging == null) {
            throw new IllegalStateException("Only a list has pages");
        }
        return paging;
    }
}
