package bobbin.search;

import bobbin.post.Attachment;
import bobbin.post.Content;
import bobbin.post.Gif;
import bobbin.post.Lifetime;
import bobbin.post.LongText;
import bobbin.post.Poll;
import bobbin.post.Post;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A post as it is found: by what it says, wherever it says something (08 §8.1).
 *
 * @param items those of a carousel; their descriptions count
 * @param linkTitle what the page behind its link is called, if that is known
 */
record Findable(Post post, List<Post> items, Optional<String> linkTitle) {

    Findable {
        items = List.copyOf(items);
    }

    /** Reposts, items of carousels and ghost posts are found by nobody. */
    static boolean isOne(Post post) {
        Content content = post.content();
        return content.references().reposted().isEmpty()
                && content.references().parent().isEmpty()
                && content.lifetime() == Lifetime.LASTING;
    }

    /** All that the index holds of it. */
    Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(Mark.author(post.author()));
        Kind.of(post, items).forEach(kind -> terms.add(Mark.kind(kind)));
        topic().ifPresent(topic -> terms.add(Mark.topic(topic)));
        texts().forEach(text -> terms.addAll(Words.terms(text)));
        return terms;
    }

    boolean says(Wanted wanted) {
        return wanted.occursIn(texts());
    }

    boolean isAbout(Topic asked) {
        return topic().filter(asked::equals).isPresent();
    }

    private Optional<Topic> topic() {
        return post.content().topic().map(Topic::of);
    }

    private List<List<String>> texts() {
        List<String> texts = new ArrayList<>();
        Content content = post.content();
        content.text().ifPresent(texts::add);
        content.topic().ifPresent(texts::add);
        content.attachment().ifPresent(attachment -> texts.addAll(texts(attachment)));
        Stream.concat(Stream.of(post), items.stream())
                .flatMap(each -> each.content().visuals().altText().stream())
                .forEach(texts::add);
        linkTitle.ifPresent(texts::add);
        return texts.stream().map(Words::of).toList();
    }

    private static List<String> texts(Attachment attachment) {
        return switch (attachment) {
            case Poll poll -> poll.options();
            case LongText text -> List.of(text.plaintext());
            case Gif _ -> List.of();
        };
    }
}
