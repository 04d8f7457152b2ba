package bobbin.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a hundred posts of each that there is, by copying rows while no server has the database: publishing a million would take a quarter
 * of an hour. Copies are older than their originals by a step for each, which their ids tell, and stand in all lists and tables that
 * originals stand in, but for the index of words, which is measured by itself.
 */
final class Growth {
    /** Between a post and its first copy: longer than publishing the originals took. */
    private static final Duration STEP = Duration.ofDays(2);
    /** Where the time begins in an id. */
    private static final int TIME_SHIFT = 22;

    private final Path database;

    Growth(Path data) {
        this.database = data.resolve("bobbin.db");
    }

    /** How many posts there are now. */
    long posts() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return one(statement, "select count(*) from post");
        }
    }

    /** @param times how many posts there are for each one afterwards */
    void multiply(int times) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            String columns = String.join(", ", columnsButId(statement));
            long newest = one(statement, "select max(id) from post");
            long originalsAbove = newest - (STEP.toMillis() << TIME_SHIFT);
            connection.setAutoCommit(false);
            for (long copy = 1; copy < times; copy++) {
                long older = (STEP.toMillis() * copy) << TIME_SHIFT;
                statement.executeUpdate(String.format(
                        Locale.ROOT,
                        "insert into post (id, %s) select id - %d, %s from post where id > %d",
                        columns,
                        older,
                        columns,
                        originalsAbove));
                statement.executeUpdate(String.format(
                        Locale.ROOT,
                        "insert into standing (post_id, place) select post_id - %d, place - %d from standing where post_id > %d",
                        older,
                        older,
                        originalsAbove));
            }
            connection.commit();
        }
    }

    private static long one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.getLong(1);
        }
    }

    private static List<String> columnsButId(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select name from pragma_table_info('post') where name <> 'id'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
