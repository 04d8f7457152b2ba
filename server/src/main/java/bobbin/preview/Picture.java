package bobbin.preview;

/**
 * A picture as we made it anew.
 *
 * @param name of its file, which never means another picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Picture(String name, String mediaType, byte[] bytes) {}
