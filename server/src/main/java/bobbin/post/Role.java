package bobbin.post;

/** What a container is for. */
public enum Role {
    /** To be published by itself. */
    POST,
    /** To be an item of a carousel; never published alone (04 §10). */
    ITEM;

    /** Whether something of this type is an item: nothing but images and videos can be one (04 §3). */
    boolean isItem(MediaType type) {
        return this == ITEM && (type == MediaType.IMAGE || type == MediaType.VIDEO);
    }
}
