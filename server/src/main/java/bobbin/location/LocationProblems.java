package bobbin.location;

import static bobbin.base.Problem.api;

import bobbin.base.Problem;

/** What can go wrong with places. */
final class LocationProblems {
    /** For operators. */
    static final Problem PLACE_MISSING = api(100, "There is no such place.");

    private LocationProblems() {}
}
