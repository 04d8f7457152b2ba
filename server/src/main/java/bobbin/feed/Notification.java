package bobbin.feed;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * That something happened which concerns somebody (15 §15.16).
 *
 * @param id when, and where in the list
 * @param actor who did it; of a poll that ended its author; oneself, if nobody else did
 * @param subject the post that it is about: the liked one, the reply, the repost, the quoting post; or who follows; or the app
 * @param readAt empty as long as it is new
 */
public record Notification(Id id, Kind kind, Id actor, Id subject, Optional<Instant> readAt) {

    /** What happened. */
    public enum Kind {
        FOLLOW("follows you"),
        FOLLOW_REQUEST("asks to follow you"),
        LIKE("likes your post"),
        REPLY("replied to you"),
        MENTION("mentioned you"),
        REPOST("reposted your post"),
        QUOTE("quoted your post"),
        APPROVAL_WANTED("waits for your approval"),
        POLL_ENDED("asked something, and the poll has ended"),
        APP_INVITATION("invites you to test or develop it"),
        APP_AUTHORIZED("was allowed to act for you");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What stands behind the name of the actor, or of the app. */
        public String words() {
            return words;
        }

        /** Whether its subject is an app. */
        public boolean isOfApp() {
            return this == APP_INVITATION || this == APP_AUTHORIZED;
        }
    }

    public boolean isRead() {
        return readAt.isPresent();
    }
}
