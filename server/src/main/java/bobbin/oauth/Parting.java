package bobbin.oauth;

import bobbin.app.ScopedId;
import bobbin.base.Id;
import java.util.regex.Pattern;

/** Whom a callback is about, for whom: what has to be remembered until it is sent, even if the account is gone by then. */
record Parting(Id app, Id account, ScopedId person) {
    private static final Pattern BLANK = Pattern.compile(" ");

    static Parting of(Grant grant) {
        return new Parting(grant.app(), grant.account(), new ScopedId(grant.scopedId()));
    }

    static Parting read(String text) {
        String[] parts = BLANK.split(text, -1);
        return new Parting(
                Id.parse(parts[0]).orElseThrow(),
                Id.parse(parts[1]).orElseThrow(),
                ScopedId.parse(parts[2]).orElseThrow());
    }

    String text() {
        return app + " " + account + " " + person;
    }
}
