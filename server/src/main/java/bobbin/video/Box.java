package bobbin.video;

/**
 * One box of a file: a type and a range of bytes.
 *
 * @param start where its size stands
 * @param body the first byte after size and type
 * @param end the first byte that is no longer part of it; not beyond the end of what it lies in
 */
record Box(String type, long start, long body, long end) {
    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** Refuses a box that is too short for what is to be read from it. */
    Box atLeast(long bytes) {
        if (end - body < bytes) {
            throw VideoUnusable.because(type + " is too short");
        }
        return this;
    }

    /** How many entries of this size it says it has; refuses more than fit. */
    long entries(long said, long first, long size) {
        if (said > (end - first) / size) {
            throw VideoUnusable.because(type + " says it has more entries than fit");
        }
        return said;
    }
}
