package bobbin;

/** Something outside Bobbin is missing that a command needs; the message is a whole sentence for the operator. */
final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(String sentence) {
        super(sentence, null, false, false);
    }
}
