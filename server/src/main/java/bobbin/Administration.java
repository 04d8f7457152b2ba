package bobbin;

import bobbin.base.DataDirectory;
import bobbin.base.OperatorKey;
import bobbin.lab.KeyFile;
import java.util.List;

/**
 * A command of the operator that works with the verbs of the features, beside a server that may be running on the same database. On the
 * data of a developer's Bobbin it finds the key there.
 */
abstract class Administration implements Task {

    @Override
    public final List<Presumed<?>> presumes(ChosenSettings said) {
        KeyFile file = new KeyFile(said.get(DataDirectory.SETTING).resolve(KeyFile.NAME));
        return file.read().stream()
                .<Presumed<?>>map(key -> new Presumed<>(OperatorKey.SETTING, key))
                .toList();
    }

    @Override
    public final int run(Given given) {
        try (Parts parts = Parts.beside(given.settings(), given.world().time())) {
            run(given, parts);
            return Exit.DONE;
        }
    }

    abstract void run(Given given, Parts parts);
}
