package bobbin.lab;

import java.util.List;

/**
 * Who a developer's Bobbin begins with: people, and the app that may act for each of them.
 *
 * @param standard another app, which has standard access only
 */
public record Cast(Demo app, Demo standard, List<Member> members) {

    public Cast {
        members = List.copyOf(members);
    }

    /** An app. */
    public record Demo(String id, String secret, List<String> redirects) {
        public Demo {
            redirects = List.copyOf(redirects);
        }

        /** Does not show the secret. */
        @Override
        public String toString() {
            return "Demo[id=" + id + "]";
        }
    }

    /**
     * A person.
     *
     * @param userId by which the app knows the person
     * @param token a long-lived one with all permissions for the app
     */
    public record Member(String username, String password, String userId, String token) {
        /** Shows neither password nor token. */
        @Override
        public String toString() {
            return "Member[username=" + username + "]";
        }
    }

    /** The person of this name, who is there. */
    public Member member(String username) {
        return members.stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody here is called " + username));
    }
}
