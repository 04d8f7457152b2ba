package bobbin.account;

import bobbin.Fixture;
import bobbin.work.Jobs;

/** How people in tests come and go. */
final class Door {
    final HeardEvents events = new HeardEvents();
    final Cast cast;
    final Credentials credentials;
    final Departures departures;
    final Sessions sessions;
    final Moderation moderation;

    Door(Fixture fixture) {
        this(fixture, new Cast(fixture));
    }

    Door(Fixture fixture, Cast cast) {
        this.cast = cast;
        AccountEvents all = AccountEvents.all(new AccountEvents() {}, events);
        this.credentials = new Credentials(fixture.database, cast.argon2, cast.settings, all);
        this.departures = new Departures(fixture.database, new Jobs(fixture.ids), cast.settings, all);
        this.sessions = new Sessions(fixture.database, fixture.ids, credentials, departures, cast.settings);
        this.moderation = new Moderation(fixture.database, all);
    }

    Sessions.Begun enter(String login) {
        return enter(login, Cast.PASSWORD);
    }

    Sessions.Begun enter(String login, String password) {
        return sessions.signIn(login, new Password(password), Cast.ADDRESS, "Mozilla/5.0 (X11; Linux) Firefox/140.0");
    }
}
