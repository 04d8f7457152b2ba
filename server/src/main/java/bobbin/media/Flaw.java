package bobbin.media;

import bobbin.base.Problem;
import bobbin.image.Fault;
import bobbin.video.VideoProblem;

/** Why nothing can be made of what a client wants to show. */
sealed interface Flaw {
    /** What the container says in the end (04 §8.3). */
    VideoProblem word();

    /** What the call answers, if it waits for the outcome (04 §7.4). */
    Problem problem();

    /**
     * It did not come.
     *
     * @param late whether it might have, given more time
     */
    record NotFetched(Media.Kind kind, boolean late) implements Flaw {
        /** The list of 04 §8.3 knows only videos that could not be fetched. */
        @Override
        public VideoProblem word() {
            return kind == Media.Kind.VIDEO ? VideoProblem.FAILED_DOWNLOADING_VIDEO : VideoProblem.UNKNOWN;
        }

        @Override
        public Problem problem() {
            return MediaProblems.NOT_FETCHED;
        }
    }

    /** It is no image that we take. */
    record BadImage(Fault fault) implements Flaw {
        @Override
        public VideoProblem word() {
            return VideoProblem.UNKNOWN;
        }

        @Override
        public Problem problem() {
            return switch (fault) {
                case NO_IMAGE -> MediaProblems.NOT_FETCHED;
                case TOO_LARGE, TOO_MANY_PIXELS -> MediaProblems.IMAGE_TOO_LARGE;
                case FORMAT, DAMAGED -> MediaProblems.IMAGE_FORMAT;
                case RATIO -> MediaProblems.IMAGE_RATIO;
            };
        }
    }

    /** It is no video that we take. */
    record BadVideo(VideoProblem word) implements Flaw {
        @Override
        public Problem problem() {
            return MediaProblems.NOT_FETCHED;
        }
    }

    /** Says it to whoever wanted it made. */
    final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Flaw flaw;
        private final String transcript;

        /** @param transcript how it was fetched and what was seen, a line each */
        Found(Flaw flaw, String transcript) {
            super(flaw.toString(), null, false, false);
            this.flaw = flaw;
            this.transcript = transcript;
        }

        Flaw flaw() {
            return flaw;
        }

        String transcript() {
            return transcript;
        }
    }
}
