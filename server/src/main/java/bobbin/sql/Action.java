package bobbin.sql;

/** What is done inside a transaction, without an answer. The rules of {@link Work} hold. */
@FunctionalInterface
public interface Action {
    void run(Tx tx);
}
