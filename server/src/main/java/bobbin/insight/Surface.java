package bobbin.insight;

/** Where a post is looked at (15 §15.11). Views on different ones are different views. The names are kept in the database. */
public enum Surface {
    FEED,
    PROFILE,
    TOPIC,
    SEARCH,
    /** Its own page. */
    PERMALINK,
    /** Within a post that quotes it. */
    QUOTED,
    /** On somebody else's site. */
    EMBED
}
