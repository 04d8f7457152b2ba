package bobbin.video;

/** Says that a file is no video that can be read, and what is wrong with it. Expected, so it has no stack trace. */
public final class VideoUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final VideoProblem problem;

    private VideoUnusable(VideoProblem problem, String reason) {
        super(reason, null, false, false);
        this.problem = problem;
    }

    /** @param reason for the log: what is wrong, without a full stop */
    static VideoUnusable because(String reason) {
        return new VideoUnusable(VideoProblem.FAILED_PROCESSING_VIDEO, reason);
    }

    /** The same, found in the sound. */
    VideoUnusable inSound() {
        return new VideoUnusable(VideoProblem.FAILED_PROCESSING_AUDIO, getMessage() + ", in the sound");
    }

    public VideoProblem problem() {
        return problem;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
