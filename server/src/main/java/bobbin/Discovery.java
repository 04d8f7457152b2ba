package bobbin;

import bobbin.search.Finder;
import bobbin.search.History;
import bobbin.search.Mentions;
import bobbin.search.Openness;
import bobbin.search.Profiles;
import bobbin.search.Searches;
import bobbin.sql.Database;

/** Finding posts and people. */
final class Discovery {
    final History history;
    final Searches searches;
    final Profiles profiles;
    final Mentions mentions;

    Discovery(Tools tools, Settings settings, People people, Platform platform, Reading reading, Attention attention) {
        Database database = tools.database;
        Openness openness = new Openness(people.accounts, reading.visibility, reading.replyStates);
        Profiles.People found = new Profiles.People(people.accounts, people.relations, platform.policy);
        history = new History(database, tools.ids);
        searches = new Searches(
                database,
                new Finder(database.dialect(), reading.posts, reading.findables, openness),
                attention.standings,
                history,
                new Searches.Rules(people.accounts, platform.policy, reading.limits, settings.search()));
        profiles =
                new Profiles(database, found, reading.posts, reading.limits, attention.engagement, settings.search());
        mentions = new Mentions(database, reading.mentioning, reading.posts, openness, found);
    }
}
