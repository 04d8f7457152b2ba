package bobbin.limit;

import bobbin.base.Id;

/** How often what a person has published was looked at: more of it means more calls (05 §4). */
@FunctionalInterface
public interface Impressions {
    /** Nobody counts. */
    Impressions NONE = _ -> 0;

    /** The views of all that an account has published, within the last 24 hours. */
    long ofLastDay(Id account);
}
