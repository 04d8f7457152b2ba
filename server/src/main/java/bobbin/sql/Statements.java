package bobbin.sql;

import bobbin.base.Id;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** How Jdbi is set up: which Java types it binds, and what it may say when a statement fails. */
final class Statements {
    private Statements() {}

    static Jdbi setUp(Jdbi jdbi) {
        jdbi.registerArgument(new Values());
        // So that what a forgotten stream holds is let go at the end of its transaction.
        jdbi.getConfig(SqlStatements.class).setAttachAllStatementsForCleanup(true);
        // The statement, but not its arguments: they may be secret.
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(e ->
                        e.getShortMessage() + " [" + e.getStatementContext().getRawSql() + "]");
        return jdbi;
    }

    /**
     * Everything that stores bind, empty options included, asked once for each type: Jdbi's own factories are asked one after the other
     * for each value, which took an eighth of the time of a publication.
     */
    private static final class Values implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return type instanceof Class<?> known && isKnown(known) ? Optional.of(Values::argument) : Optional.empty();
        }

        private static boolean isKnown(Class<?> type) {
            return type == Id.class
                    || type == String.class
                    || type == Optional.class
                    || type == Instant.class
                    || type == Long.class
                    || type == Integer.class
                    || type == Duration.class
                    || type == LocalDate.class
                    || Enum.class.isAssignableFrom(type);
        }

        private static Argument argument(@Nullable Object value) {
            return (position, statement, _) -> bind(statement, position, value);
        }

        private static void bind(PreparedStatement statement, int position, @Nullable Object value)
                throws SQLException {
            switch (value) {
                case null -> statement.setNull(position, Types.NULL);
                case Optional<?> optional -> bind(statement, position, optional.orElse(null));
                case Id id -> statement.setLong(position, id.value());
                case String text -> statement.setString(position, text);
                case Instant time -> statement.setLong(position, time.toEpochMilli());
                case Long number -> statement.setLong(position, number);
                case Integer number -> statement.setInt(position, number);
                case Duration time -> statement.setLong(position, time.toMillis());
                case LocalDate date -> statement.setString(position, date.toString());
                case Enum<?> constant -> statement.setString(position, constant.name());
                default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
            }
        }
    }
}
