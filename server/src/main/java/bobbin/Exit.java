package bobbin;

/** The exit codes of every command; {@code docs/operate/commands.md} explains them to operators. */
final class Exit {
    static final int DONE = 0;
    /** Bobbin understood and said no: a rule forbids it, or the thing does not exist. */
    static final int REFUSED = 1;
    /** The command line or a setting is wrong; nothing was started. */
    static final int MISUSED = 2;
    /** Something outside is missing: the database does not answer, the port is taken, a file cannot be written. */
    static final int UNAVAILABLE = 3;
    /** A mistake in Bobbin itself. */
    static final int BROKEN = 70;

    private Exit() {}
}
