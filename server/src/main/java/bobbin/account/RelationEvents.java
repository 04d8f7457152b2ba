package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;

/** What others are told about people and each other, in the transaction in which it happens. */
public interface RelationEvents {
    RelationEvents NONE = new RelationEvents() {};

    /** Somebody follows a public profile from now on. */
    default void followed(Tx tx, Id follower, Id followee) {}

    /** Somebody asks to follow a private profile. */
    default void asked(Tx tx, Id follower, Id followee) {}

    /** Somebody keeps somebody away from now on; follows have ended. */
    default void blocked(Tx tx, Id by, Id whom) {}
}
