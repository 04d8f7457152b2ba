package bobbin;

import bobbin.feed.Likes;
import bobbin.feed.Notices;
import bobbin.feed.Notifications;
import bobbin.feed.PollClosing;
import bobbin.feed.Votes;
import bobbin.insight.Gathering;
import bobbin.insight.Insights;
import bobbin.limit.Budget;
import bobbin.search.Engagement;
import bobbin.search.Standings;
import bobbin.sql.Database;

/** What people do with posts of others, what is counted of it, and what they are told of. */
final class Attention implements AutoCloseable {
    final Engagement engagement;
    final Standings standings;
    final Notices notices;
    final Likes likes;
    final Votes votes;
    final Notifications notifications;
    final PollClosing polls;
    final Gathering gathering;
    final Insights insights;
    final Budget budget;

    Attention(Tools tools, Settings settings, People people, Platform platform, Reading reading) {
        Database database = tools.database;
        engagement = new Engagements(this::insights);
        standings = new Standings(database, engagement);
        notices = new Notices(tools.ids, people.relations);
        likes = new Likes(database, reading.posts, reading.visibility, notices, standings::engaged);
        votes = new Votes(database, settings.posts(), reading.posts, reading.visibility);
        notifications = new Notifications(
                database,
                new Notifications.Sources(
                        people.accounts,
                        people.relations,
                        platform.apps,
                        platform.roles,
                        reading.posts,
                        reading.visibility));
        polls = new PollClosing(database, reading.posts, notices);
        gathering = new Gathering(
                database, reading.posts, settings.graph().zone(), settings.insights(), tools.time, tools.soon());
        insights = new Insights(
                database,
                gathering,
                new Insights.Sources(people.accounts, people.relations, reading.posts, likes),
                settings.graph().zone(),
                settings.insights());
        budget = new Budget(
                database,
                settings.limits(),
                account -> insights.impressions(account, tools.time.instant()),
                tools.time,
                tools.aside);
    }

    private Insights insights() {
        return insights;
    }

    @Override
    public void close() {
        gathering.close();
        budget.close();
    }
}
