package bobbin.account;

import bobbin.base.Id;

/** Two accounts, of which the first may keep the second away (15 §15.5). */
public record Pair(Id by, Id whom) {

    /** Where this is written down. */
    public int slot() {
        return by.slot();
    }
}
