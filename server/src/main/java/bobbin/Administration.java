package bobbin;

import java.util.List;

/**
 * A command of the operator that works with the verbs of the features, beside a server that may be running on the same database. On the
 * data of a developer's Bobbin it takes the same for granted as that, and finds the key there.
 */
abstract class Administration implements Task {

    @Override
    public final List<Presumed<?>> presumes(ChosenSettings said) {
        return DeveloperFolder.presumedBeside(said);
    }

    @Override
    public final int run(Given given) {
        Logs.hush(given.settings().operation());
        try (Parts parts = Parts.beside(given.settings(), DeveloperFolder.clockBeside(given))) {
            run(given, parts);
            return Exit.DONE;
        }
    }

    abstract void run(Given given, Parts parts);
}
