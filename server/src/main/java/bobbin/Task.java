package bobbin;

import java.util.List;

/** What one command does. */
interface Task {

    /**
     * Does it.
     *
     * @return the exit code, one of {@link Exit}
     */
    int run(Given given) throws Exception;

    /**
     * What this command takes for granted where the operator said nothing.
     *
     * @param said what the operator said, with defaults for all else
     */
    default List<Presumed<?>> presumes(ChosenSettings said) {
        return List.of();
    }
}
