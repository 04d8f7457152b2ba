package bobbin;

/** Something outside Bobbin hinders a command: the port is taken, a file cannot be written; the message is a whole sentence for the operator. */
final class Obstacle extends RuntimeException {
    private static final long serialVersionUID = 1;

    Obstacle(String sentence) {
        super(sentence, null, false, false);
    }
}
