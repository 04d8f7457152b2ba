package bobbin.sql;

import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Database} asks of an engine: to lend a connection for one transaction. The connection is given back, and what was written is
 * durable, before a call returns.
 */
interface Engine extends AutoCloseable {
    <T extends @Nullable Object> T read(Session<T> session) throws SQLException;

    <T extends @Nullable Object> T readLong(Session<T> session) throws SQLException;

    <T extends @Nullable Object> T write(Session<T> session) throws SQLException;

    OptionalLong foreignWrites();

    Load load();

    @Override
    void close();
}
