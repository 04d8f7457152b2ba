package bobbin.post;

/** What a container is for. */
public enum Role {
    /** To be published by itself. */
    POST,
    /** To be an item of a carousel; never published alone (04 §10). */
    ITEM
}
