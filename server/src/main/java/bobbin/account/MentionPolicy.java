package bobbin.account;

import java.util.Arrays;

/** Whose posts may mention an account (15 §15.9). */
public enum MentionPolicy {
    EVERYONE("Everyone"),
    FOLLOWED("Profiles I follow"),
    FOLLOWERS("My followers"),
    NOBODY("Nobody");

    private final String words;

    MentionPolicy(String words) {
        this.words = words;
    }

    /** Reads what a form sends; refuses other words. */
    static MentionPolicy parse(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AccountProblems.CHOICE.refuse(name));
    }

    /** For the person who chooses. */
    public String words() {
        return words;
    }
}
