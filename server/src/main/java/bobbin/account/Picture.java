package bobbin.account;

/** A picture as it is kept and served: square, JPEG or PNG. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Picture(String mediaType, byte[] bytes) {}
