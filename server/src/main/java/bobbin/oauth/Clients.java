package bobbin.oauth;

import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.base.Id;
import java.time.InstantSource;

/** Apps that prove themselves with their secret (03 §2.3, §5). */
public final class Clients {
    private final Apps apps;
    private final InstantSource time;
    private final SecretGuard guard = new SecretGuard();

    public Clients(Apps apps, InstantSource time) {
        this.apps = apps;
        this.time = time;
    }

    /** What a client says about itself. */
    record Client(String id, String secret) {
        /** Does not show the secret. */
        @Override
        public String toString() {
            return "Client[id=" + id + "]";
        }
    }

    /** The app that a client is; refuses an unknown one and a wrong secret. */
    App prove(Client client) {
        App app = Id.parse(client.id())
                .flatMap(apps::find)
                .filter(found -> !found.isDisabled())
                .orElseThrow(OauthProblems.APP_UNKNOWN::refuse);
        requireSecret(app, client.secret());
        return app;
    }

    void requireSecret(App app, String offered) {
        guard.check(app.id(), apps.secret(app), offered, time.instant());
    }

    /** A token with which an app calls for itself. */
    String token(Client client) {
        App app = prove(client);
        return AppToken.issue(app.id(), apps.secret(app), time.instant());
    }
}
