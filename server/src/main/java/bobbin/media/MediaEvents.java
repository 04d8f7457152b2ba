package bobbin.media;

import bobbin.sql.Tx;

/** Whoever wants to know at once what became of images and videos that were fetched later than their call was answered. */
@FunctionalInterface
public interface MediaEvents {
    /** Nobody. */
    MediaEvents NONE = (_, _) -> {};

    /** Told in the transaction in which it is settled: the media is finished or in error. What this throws undoes the whole. */
    void settled(Tx tx, Media media);
}
