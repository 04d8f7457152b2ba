package bobbin;

import bobbin.limit.Limits;
import bobbin.location.Places;
import bobbin.media.MediaEvents;
import bobbin.media.Studio;
import bobbin.post.Mentioning;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.preview.Previews;
import bobbin.reply.Answers;
import bobbin.reply.Conversations;
import bobbin.reply.ReplyStates;
import bobbin.search.Findables;

/** The posts that there are with what belongs to them, and who sees them. */
final class Reading {
    final Studio studio;
    final Limits limits;
    final Places places;
    final ReplyStates replyStates;
    final Visibility visibility;
    final Posts posts;
    final Mentioning mentioning;
    final Previews previews;
    final Findables findables;
    final Conversations conversations;
    final Answers answers;

    Reading(Tools tools, Settings settings, People people, Platform platform) {
        studio = new Studio(
                new Studio.Tools(tools.database, tools.ids, tools.jobs, tools.fetcher, tools.images, tools.time),
                settings.media(),
                settings.videos(),
                MediaEvents.NONE);
        limits = new Limits(tools.database, tools.ids, settings.limits());
        places = new Places(tools.database, limits, platform.policy);
        replyStates = new ReplyStates(people.relations);
        visibility = new Visibility(people.accounts, people.relations, platform.policy, replyStates);
        posts = new Posts(tools.database, visibility, studio.medias());
        mentioning = new Mentioning(people.accounts, people.relations);
        previews = new Previews(tools.database, tools.jobs, settings.previews());
        findables = new Findables(posts, previews);
        conversations = new Conversations(tools.database, posts, visibility, replyStates, settings.replies());
        answers = new Answers(tools.database, posts, visibility, replyStates);
    }
}
