package bobbin.post;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who may reply to a post (04 §12, 10 §10.8): written in lower case as {@code reply_control}, read in upper case as {@code reply_audience}. */
public enum ReplyControl {
    EVERYONE,
    ACCOUNTS_YOU_FOLLOW,
    MENTIONED_ONLY,
    PARENT_POST_AUTHOR_ONLY,
    FOLLOWERS_ONLY;

    /** Reads the parameter, in any letter case. */
    static ReplyControl of(String parameter) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equalsIgnoreCase(parameter.strip()))
                .findFirst()
                .orElseThrow(() -> PostProblems.NO_CHOICE.refuse("reply_control", choices(), parameter));
    }

    private static String choices() {
        return Arrays.stream(values())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
