package bobbin.reply;

import bobbin.base.Setting;
import java.util.List;

/**
 * Who may read and write replies through apps.
 *
 * @param readScope on whose posts apps may list replies (10 §10.3.1)
 * @param needsDiscovery whether answering under posts of others needs a permission to find them (10 §10.7)
 * @param needsManaging whether every reply needs {@code threads_manage_replies} (02 §8.2)
 * @param ghosts whether ghost posts can be answered (15 §15.12)
 */
public record ReplySettings(ReadScope readScope, boolean needsDiscovery, boolean needsManaging, Ghosts ghosts) {

    /** On whose posts apps may list replies. */
    public enum ReadScope {
        /** On those of the caller, and below the caller's own replies. */
        OWN,
        /** On all that the caller may read. */
        PUBLIC
    }

    /** What becomes of replies to ghost posts. */
    public enum Ghosts {
        /** Its author and who answered see them, nobody else. */
        PRIVATE,
        /** There are none. */
        OFF
    }

    static final Setting<ReadScope> READ_SCOPE = Setting.of(
            "replies.read_scope",
            ReadScope.class,
            ReadScope.OWN,
            "On which posts apps may list replies: those of the caller, or all that the caller may read.");
    static final Setting<Boolean> DISCOVERY = Setting.of(
            "replies.require_discovery_scope",
            Boolean.class,
            true,
            "Whether answering under posts of others needs threads_keyword_search or threads_manage_mentions.");
    static final Setting<Boolean> MANAGING = Setting.of(
            "permissions.reply_requires_manage_replies",
            Boolean.class,
            true,
            "Whether publishing a reply needs threads_manage_replies.");
    static final Setting<Ghosts> GHOSTS = Setting.of(
            "ghost.replies",
            Ghosts.class,
            Ghosts.PRIVATE,
            "Whether ghost posts can be answered; such replies are seen by the two people concerned only.");

    public static final List<Setting<?>> ALL = List.of(READ_SCOPE, DISCOVERY, MANAGING, GHOSTS);

    public static ReplySettings from(Setting.Values values) {
        return new ReplySettings(
                values.get(READ_SCOPE), values.get(DISCOVERY), values.get(MANAGING), values.get(GHOSTS));
    }
}
