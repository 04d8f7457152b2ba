/**
 * The one way to the database: transactions on SQLite and on PostgreSQL, statements with the slot of their owner, migrations. The only
 * package that knows how Jdbi is set up, Flyway and HikariCP.
 */
@NullMarked
package bobbin.sql;

import org.jspecify.annotations.NullMarked;
