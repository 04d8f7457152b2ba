package bobbin.app;

import bobbin.base.Refusal;
import bobbin.base.Scope;

/** How far an app has come in asking for advanced access to one of its permissions (02 §6, 00 decision 13). */
public enum Review {
    NONE,
    REQUESTED,
    APPROVED,
    REJECTED;

    /** Where a permission begins that has this access from the start. */
    static Review startingWith(Access access) {
        return access == Access.ADVANCED ? APPROVED : NONE;
    }

    /** Advanced access is what an approval gives, and nothing else does. */
    public Access access() {
        return this == APPROVED ? Access.ADVANCED : Access.STANDARD;
    }

    /** The state for people. */
    public String words() {
        return switch (this) {
            case NONE -> "standard access";
            case REQUESTED -> "advanced access requested";
            case APPROVED -> "advanced access";
            case REJECTED -> "advanced access rejected";
        };
    }

    /** Whether advanced access can be requested. */
    public boolean isRequestable() {
        return this == NONE || this == REJECTED;
    }

    /** The app asks, for the first time or again after a rejection. */
    Review request(Scope scope) {
        return switch (this) {
            case NONE, REJECTED -> REQUESTED;
            case REQUESTED -> throw AppProblems.REVIEW_RUNNING.refuse(scope.wire());
            case APPROVED -> throw held(scope);
        };
    }

    /** The operator agrees, asked or not. */
    Review approve(Scope scope) {
        return switch (this) {
            case NONE, REQUESTED, REJECTED -> APPROVED;
            case APPROVED -> throw held(scope);
        };
    }

    /** The operator does not agree. */
    Review reject(Scope scope) {
        return switch (this) {
            case REQUESTED -> REJECTED;
            case NONE, APPROVED, REJECTED -> throw AppProblems.REVIEW_MISSING.refuse(scope.wire());
        };
    }

    private static Refusal held(Scope scope) {
        return AppProblems.ACCESS_HELD.refuse(scope.wire());
    }
}
