package bobbin.webhook;

import java.util.Locale;

/**
 * How an app wants its events written, where the documentation and the live system disagree (12 §12.4, §12.5).
 *
 * @param format of {@code values}
 * @param deletion what the {@code target_id} of a deletion names
 */
public record Manner(ValuesFormat format, DeleteTarget deletion) {
    static final Manner USUAL = new Manner(ValuesFormat.ARRAY, DeleteTarget.OWNER);

    /** {@code values_format}. */
    public enum ValuesFormat {
        /** As the live system sends it. */
        ARRAY,
        /** As the documentation shows it. */
        OBJECT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code delete_target}. */
    public enum DeleteTarget {
        /** As the documentation's sample shows it. */
        OWNER,
        /** As the documentation's table says it. */
        MEDIA;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
