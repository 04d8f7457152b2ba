package bobbin.feed;

import bobbin.base.Id;
import bobbin.http.Response;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;

/** Where the form of a poll leads that stands on the page of its post (15 §15.14). */
public final class VotePages implements WebPart {
    private final Votes votes;

    public VotePages(Votes votes) {
        this.votes = votes;
    }

    @Override
    public void declare(Routes routes) {
        routes.post("/t/{shortcode}/vote", this::vote);
    }

    private Response vote(Visit visit) {
        Id voter = visit.signedIn().account();
        Id post = Id.fromShortcode(visit.path("shortcode"))
                .filter(id -> id.is(Id.Kind.POST))
                .orElseThrow(FeedProblems.POST_MISSING::refuse);
        votes.vote(voter, post, option(visit.form("option")));
        return visit.tell("You have voted.").redirect("/t/" + post.shortcode());
    }

    /** What is no number is no option. */
    private static long option(String chosen) {
        return chosen.matches("\\d{1,2}") ? Long.parseLong(chosen) : 0;
    }
}
