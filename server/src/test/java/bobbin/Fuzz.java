package bobbin;

import java.util.List;

/**
 * Something of ours that reads what strangers send, as a fuzzer sees it. A class that implements this and is called {@code *Fuzz} is found
 * by {@link Fuzzing}, and fed with its seeds in every run of the tests.
 */
public interface Fuzz {
    /** What the fuzzer begins with: what is right, and what is nearly right. */
    List<byte[]> seeds();

    /**
     * Lets our code read this. Whatever is thrown is a finding, so refusals are caught here; and so is more than a second of the processor
     * or more memory than {@link #mostBytes()}.
     */
    void feed(byte[] input);

    /** How long an input may become. */
    default int longest() {
        return 16 << 10;
    }

    /** How much memory one input may ask for, all in all. */
    default long mostBytes() {
        return 64L << 20;
    }

    /** The packages whose branches the fuzzer watches, beside ours. */
    default List<String> watched() {
        return List.of();
    }
}
