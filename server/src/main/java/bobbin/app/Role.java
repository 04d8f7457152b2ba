package bobbin.app;

import java.util.Map;

/** What a person may be to an app (02 §6). Whoever has any of them may grant the app every permission it asks for. */
public enum Role {
    ADMIN,
    DEVELOPER,
    TESTER,
    ANALYST,
    THREADS_TESTER;

    /** What a role allows on the pages of an app. */
    enum Right {
        /** To see the app, without its secret. */
        SEE,
        /** To see its secret and change its addresses and permissions, and to invite Threads testers. */
        EDIT,
        /** To say who has a role, whether it is live, to make a new secret and to delete it. */
        GOVERN,
        /** What no role allows: it takes the operator. */
        OPERATE
    }

    static final int MOST_ADMINS = 500;
    static final int MOST_TESTERS = 50;
    static final int MOST_OF_ALL_VERIFIED = 500;

    /** The name of the role for people. */
    public String words() {
        return switch (this) {
            case ADMIN -> "Administrator";
            case DEVELOPER -> "Developer";
            case TESTER -> "Tester";
            case ANALYST -> "Analytics user";
            case THREADS_TESTER -> "Threads tester";
        };
    }

    boolean allows(Right right) {
        return switch (this) {
            case ADMIN -> right != Right.OPERATE;
            case DEVELOPER -> right == Right.SEE || right == Right.EDIT;
            case ANALYST -> right == Right.SEE;
            case TESTER, THREADS_TESTER -> false;
        };
    }

    /** What is needed to offer this role or to take it away. */
    Right neededToGive() {
        return this == THREADS_TESTER ? Right.EDIT : Right.GOVERN;
    }

    /**
     * Refuses one more person in this role. At most 500 administrators; 50 testers, or with a verified business 500 together with the
     * other roles; Threads testers as the operator says (02 §6).
     *
     * @param taken how many have or were offered each role
     */
    void makeRoom(Map<Role, Integer> taken, App app, AppSettings settings) {
        switch (this) {
            case ADMIN -> limit(taken.getOrDefault(ADMIN, 0), MOST_ADMINS);
            case TESTER -> {
                if (app.isBusinessVerified()) {
                    limit(allButThreadsTesters(taken), MOST_OF_ALL_VERIFIED);
                } else {
                    limit(taken.getOrDefault(TESTER, 0), MOST_TESTERS);
                }
            }
            case THREADS_TESTER -> {
                if (settings.mostThreadsTesters() > 0) {
                    limit(taken.getOrDefault(THREADS_TESTER, 0), settings.mostThreadsTesters());
                }
            }
            case DEVELOPER, ANALYST -> {}
        }
    }

    private static int allButThreadsTesters(Map<Role, Integer> taken) {
        return taken.entrySet().stream()
                .filter(entry -> entry.getKey() != THREADS_TESTER)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static void limit(int taken, int most) {
        if (taken >= most) {
            throw AppProblems.TOO_MANY_IN_ROLE.refuse(most);
        }
    }
}
