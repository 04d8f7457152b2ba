package bobbin.image;

/** Says that a file is no image that we take. */
public final class UnusableImage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    UnusableImage(Fault fault, String why) {
        super(fault + ": " + why, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
