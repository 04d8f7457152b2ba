package bobbin.insight;

import bobbin.base.Id;
import bobbin.insight.Happening.Clicked;

/** Following links of posts: in the text, on the card, in a long text (15 §15.11); not mentions, topics and media. */
public final class Clicks {
    private final Gathering gathering;

    public Clicks(Gathering gathering) {
        this.gathering = gathering;
    }

    /** Somebody follows a link of a post. */
    public void follow(Id post, String url) {
        gathering.add(now -> new Clicked(post, url, now));
    }
}
