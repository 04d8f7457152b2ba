package bobbin.post;

/** Whether a post is to be shared to Instagram as well (04 §15). */
public enum CrossShare {
    NONE,
    INSTAGRAM;

    /** What became of it; the post is published in any case. There is no Instagram here, so the operator says. */
    public enum Outcome {
        SUCCESS,
        FAILED
    }
}
