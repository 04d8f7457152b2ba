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
        jdbi.registerArgument(asLong(Id.class, Id::value))
                .registerArgument(asLong(Instant.class, Instant::toEpochMilli))
                .registerArgument(asLong(Duration.class, Duration::toMillis))
                .registerArgument(asText(LocalDate.class, LocalDate::toString));
        // So that what a forgotten stream holds is let go at the end of its transaction.
        jdbi.getConfig(SqlStatements.class).setAttachAllStatementsForCleanup(true);
        // The statement, but not its arguments: they may be secret.
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(e ->
                        e.getShortMessage() + " [" + e.getStatementContext().getRawSql() + "]");
        return jdbi;
    }

    private static <T> ArgumentFactory asLong(Class<T> type, Function<T, Long> value) {
        return new Binding<>(
                type, Types.BIGINT, (statement, position, it) -> statement.setLong(position, value.apply(it)));
    }

    private static <T> ArgumentFactory asText(Class<T> type, Function<T, String> value) {
        return new Binding<>(
                type, Types.VARCHAR, (statement, position, it) -> statement.setString(position, value.apply(it)));
    }

    @FunctionalInterface
    private interface Setter<T> {
        void set(PreparedStatement statement, int position, T value) throws SQLException;
    }

    private record Binding<T>(Class<T> type, int sqlType, Setter<T> setter) implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type wanted, ConfigRegistry config) {
            return wanted.equals(type) ? Optional.of(this::argument) : Optional.empty();
        }

        private Argument argument(@Nullable Object value) {
            return (position, statement, _) -> {
                if (value == null) {
                    statement.setNull(position, sqlType);
                } else {
                    setter.set(statement, position, type.cast(value));
                }
            };
        }
    }
}
