package bobbin.sql;

import org.jspecify.annotations.Nullable;

/**
 * What is done inside a transaction, with an answer. It may be run more than once before its transaction is committed, so it has
 * no other effects; those go to {@link Tx#afterCommit}. On SQLite it runs on another thread than its caller.
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Tx tx);
}
