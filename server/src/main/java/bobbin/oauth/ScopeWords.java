package bobbin.oauth;

import bobbin.base.Scope;

/** What permissions mean to the person who is asked for them, in plain words. */
public final class ScopeWords {
    private ScopeWords() {}

    /** Completes the sentence "This app may …". */
    public static String of(Scope scope) {
        return switch (scope) {
            case BASIC -> "See your profile and your posts";
            case CONTENT_PUBLISH -> "Publish posts as you";
            case READ_REPLIES -> "Read the replies to your posts";
            case MANAGE_REPLIES -> "Reply as you, and hide or approve replies to your posts";
            case MANAGE_INSIGHTS -> "See how your posts and your profile are doing, in numbers";
            case KEYWORD_SEARCH -> "Search public posts for you, and see what you searched for";
            case MANAGE_MENTIONS -> "Find and answer posts that mention you";
            case DELETE -> "Delete your posts";
            case LOCATION_TAGGING -> "Search for places and add them to your posts";
            case PROFILE_DISCOVERY -> "Look up public profiles and their posts for you";
            case SHARE_TO_INSTAGRAM -> "Share your posts to your Instagram stories";
            case BUSINESS_BASIC -> "See your profile for advertising tools";
        };
    }
}
