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

    /** What this command takes for granted where the operator said nothing. */
    default List<Presumed<?>> presumes() {
        return List.of();
    }
}
