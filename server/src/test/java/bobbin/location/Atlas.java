package bobbin.location;

import bobbin.Fixture;
import bobbin.app.Access;
import bobbin.app.AccessTierPolicy;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.Permissions;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.limit.LimitSettings;
import bobbin.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Places, an app with advanced access, and somebody who searches, for tests. */
final class Atlas {
    private static final AppSettings APPS =
            new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 50, List.of(), "Menlo Park", true, false);

    final Fixture fixture;
    final Apps apps;
    final Permissions permissions;
    final Limits limits;
    final Places places;
    final Id ann;
    final Id demo;

    Atlas(Fixture fixture) {
        this.fixture = fixture;
        apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), APPS);
        permissions = new Permissions(apps, APPS);
        limits = new Limits(fixture.database, fixture.ids, LimitSettings.from(Setting::standard));
        places = new Places(fixture.database, limits, new AccessTierPolicy(apps, APPS));
        ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
        demo = apps.create(Actor.OPERATOR, ann, "Demo").id();
    }

    /** Brings places, each as {@code key|name|address|city|latitude|longitude}. */
    void bring(Path folder, String... rows) {
        StringBuilder csv = new StringBuilder("id,name,address,city,latitude,longitude\n");
        for (String row : rows) {
            csv.append(row.replace('|', ',')).append('\n');
        }
        try {
            places.bring(new PlaceFile(Files.writeString(Files.createTempFile(folder, "places", ".csv"), csv)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of what is found, in its order. */
    List<String> search(String text) {
        return search(new Search(Optional.of(text), Optional.empty()));
    }

    List<String> search(String text, double latitude, double longitude) {
        return search(new Search(Optional.of(text), Optional.of(new Point(latitude, longitude))));
    }

    List<String> near(double latitude, double longitude) {
        return search(new Search(Optional.empty(), Optional.of(new Point(latitude, longitude))));
    }

    private List<String> search(Search search) {
        return places.search(demo, ann, search).stream().map(Place::key).toList();
    }
}
