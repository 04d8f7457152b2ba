package bobbin;

import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What nearly every test needs: a database that is fresh for each test, a clock that stands still, ids. The engine is that of
 * {@code -Dbobbin.test.engine=sqlite|postgresql}, and SQLite without it; tests cannot tell which.
 */
public final class Fixture implements AfterEachCallback {
    public final TestClock time = new TestClock();
    public final Ids ids = new Ids(time);
    /** What the database was opened with, for a test that opens it again. */
    public final DatabaseSettings settings;

    public final Database database;

    private final TestEngine engine;
    private final List<DatabaseSettings> others = new ArrayList<>();

    public Fixture() {
        this(TestEngine.named(System.getProperty("bobbin.test.engine", "sqlite")));
    }

    /** For the few tests that are about one engine. */
    public Fixture(TestEngine engine) {
        this.engine = engine;
        this.settings = engine.fresh();
        this.database = Database.open(settings, time);
    }

    /** Another database of the same engine, without any table; goes away with the test, by which time it must be closed. */
    public DatabaseSettings empty() {
        DatabaseSettings made = engine.empty();
        others.add(made);
        return made;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        database.close();
        engine.drop(settings);
        others.forEach(engine::drop);
    }
}
