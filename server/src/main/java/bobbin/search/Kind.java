package bobbin.search;

import bobbin.post.MediaType;
import bobbin.post.Post;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What posts can be narrowed down to, in the order in which the original names them (08 §8.1, 16 §4). */
enum Kind {
    IMAGE,
    TEXT,
    VIDEO;

    /** What a post is, and a carousel by its items. */
    static Set<Kind> of(Post post, List<Post> items) {
        return switch (post.content().type()) {
            case TEXT -> EnumSet.of(TEXT);
            case IMAGE -> EnumSet.of(IMAGE);
            case VIDEO -> EnumSet.of(VIDEO);
            case CAROUSEL ->
                items.stream()
                        .map(item -> item.content().type() == MediaType.VIDEO ? VIDEO : IMAGE)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
            case REPOST -> EnumSet.noneOf(Kind.class);
        };
    }
}
