package bobbin;

import bobbin.feed.PostNotices;
import bobbin.insight.Echoes;
import bobbin.location.Tagging;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.PostEvents;
import bobbin.post.PostRules;
import bobbin.post.Publishing;
import bobbin.post.Reposts;
import bobbin.preview.Previewing;
import bobbin.reply.Approvals;
import bobbin.reply.Hiding;
import bobbin.reply.Keeping;
import bobbin.reply.Replying;
import bobbin.search.Indexing;
import bobbin.sql.Database;
import bobbin.webhook.Announcing;

/** Making posts and deleting them, replies among them: what is asked before, and who is told afterwards. */
final class Writing {
    final Previewing previewing;
    final Publishing publishing;
    final Reposts reposts;
    final Deletions deletions;
    final Hiding hiding;
    final Approvals approvals;

    Writing(
            Tools tools,
            Settings settings,
            People people,
            Platform platform,
            Reading reading,
            Attention attention,
            Telling telling) {
        Database database = tools.database;
        PostRules rules = PostRules.all(
                new Authors(people.accounts),
                new Tagging(reading.places),
                new Replying(
                        reading.posts,
                        reading.visibility,
                        reading.replyStates,
                        people.relations,
                        reading.mentioning,
                        settings.replies()),
                reading.limits);
        Indexing indexing = new Indexing(database, reading.posts, reading.findables, attention.standings);
        previewing = new Previewing(database, tools.fetcher, tools.images, settings.previews(), indexing);
        PostEvents told = PostEvents.all(
                reading.mentioning,
                reading.previews,
                new Keeping(reading.posts, people.hiddenWords),
                new PostNotices(attention.notices, reading.posts, reading.mentioning, tools.jobs, settings.posts()),
                new Echoes(reading.posts),
                indexing,
                new Announcing(tools.ids, telling.subscriptions, platform.grants, telling.deliveries));
        publishing = new Publishing(
                database, tools.ids, settings.posts(), reading.visibility, reading.studio.medias(), rules, told);
        reposts = new Reposts(database, tools.ids, reading.visibility, rules, told);
        deletions = new Deletions(database, tools.ids, reading.studio.medias(), rules, told);
        hiding = new Hiding(database, reading.posts, reading.visibility);
        approvals = new Approvals(database, reading.posts, reading.visibility, reading.conversations, told);
    }
}
