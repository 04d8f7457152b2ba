package bobbin.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is done with a connection that an engine lends. */
@FunctionalInterface
interface Session<T extends @Nullable Object> {
    T with(Handle handle);
}
