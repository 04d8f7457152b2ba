package bobbin.media;

import bobbin.base.Id;
import bobbin.sql.Database;

/** How much of an account may wait to be published, so that nobody can fill the disk. */
final class Room {
    private static final long MEBIBYTE = 1 << 20;

    private final Database database;
    private final long most;
    private final MediaStore store = new MediaStore();

    /** @param most bytes of one account */
    Room(Database database, long most) {
        this.database = database;
        this.most = most;
    }

    /** Bytes that may still come; 0 or less if there is no room. */
    long left(Id owner) {
        return most - database.read(tx -> store.unpublished(tx, owner));
    }

    /** Refuses if there is no room at all. */
    long require(Id owner) {
        long left = left(owner);
        if (left <= 0) {
            throw MediaProblems.TOO_MUCH_UNPUBLISHED.refuse(most / MEBIBYTE);
        }
        return left;
    }
}
