package bobbin;

import bobbin.account.AccountEvents;
import bobbin.account.Credentials;
import bobbin.account.Departures;
import bobbin.account.Moderation;
import bobbin.account.Sessions;
import bobbin.account.Tidying;
import bobbin.sql.Database;

/** How people sign in, stay and go. */
final class Membership {
    final Credentials credentials;
    final Departures departures;
    final Sessions sessions;
    final Moderation moderation;
    final Tidying tidying;

    /** @param events whoever has something of people and loses it with them */
    Membership(Tools tools, Settings settings, People people, AccountEvents events) {
        Database database = tools.database;
        credentials = new Credentials(database, people.argon2, settings.accounts(), events);
        departures = new Departures(database, tools.jobs, settings.accounts(), events);
        sessions = new Sessions(database, tools.ids, credentials, departures, settings.accounts());
        moderation = new Moderation(database, events);
        tidying = new Tidying(database, settings.accounts());
    }
}
