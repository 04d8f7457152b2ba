package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;

/** What others are told about people and each other, in the transaction in which it happens. */
public interface RelationEvents {
    RelationEvents NONE = new RelationEvents() {};

    /** Tells both, in this order. */
    default RelationEvents and(RelationEvents other) {
        RelationEvents first = this;
        return new RelationEvents() {
            @Override
            public void followed(Tx tx, Id follower, Id followee) {
                first.followed(tx, follower, followee);
                other.followed(tx, follower, followee);
            }

            @Override
            public void asked(Tx tx, Id follower, Id followee) {
                first.asked(tx, follower, followee);
                other.asked(tx, follower, followee);
            }

            @Override
            public void blocked(Tx tx, Id by, Id whom) {
                first.blocked(tx, by, whom);
                other.blocked(tx, by, whom);
            }
        };
    }

    /** Somebody follows a public profile from now on. */
    default void followed(Tx tx, Id follower, Id followee) {}

    /** Somebody asks to follow a private profile. */
    default void asked(Tx tx, Id follower, Id followee) {}

    /** Somebody keeps somebody away from now on; follows have ended. */
    default void blocked(Tx tx, Id by, Id whom) {}
}
