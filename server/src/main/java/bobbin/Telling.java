package bobbin;

import bobbin.sql.Database;
import bobbin.webhook.Addressing;
import bobbin.webhook.Deliveries;
import bobbin.webhook.Dispatch;
import bobbin.webhook.Streams;
import bobbin.webhook.Subscriptions;

/** Telling apps what happens. */
final class Telling {
    final Subscriptions subscriptions;
    final Deliveries deliveries;
    final Addressing addressing;
    final Streams streams;
    final Dispatch dispatch;

    Telling(Tools tools, Settings settings, People people, Platform platform, Reading reading) {
        Database database = tools.database;
        subscriptions =
                new Subscriptions(database, platform.apps, settings.apps(), settings.webhooks(), tools.receivers);
        deliveries = new Deliveries(database, tools.ids, platform.apps, subscriptions);
        addressing = new Addressing(
                database,
                reading.posts,
                reading.mentioning,
                reading.visibility,
                platform.grants,
                subscriptions,
                new Addressing.People(people.accounts, platform.policy));
        streams = new Streams(database, subscriptions, addressing, settings.webhooks());
        dispatch = new Dispatch(
                database, platform.apps, subscriptions, addressing, tools.receivers, settings.webhooks(), tools.time);
    }
}
