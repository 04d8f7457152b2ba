package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft in the making, for tests that are about one part of it. */
final class Sketch {
    private Optional<String> text = Optional.of("hello");
    private Optional<String> topic = Optional.empty();
    private Optional<String> link = Optional.empty();
    private Optional<String> control = Optional.empty();
    private ReplyApproval approval = ReplyApproval.NOT_NEEDED;
    private List<String> countries = List.of();
    private List<Spoiler.Entity> spoilers = List.of();
    private boolean spoilerMedia;
    private MediaType type = MediaType.TEXT;
    private Optional<String> imageUrl = Optional.empty();
    private Optional<String> videoUrl = Optional.empty();
    private List<String> children = List.of();
    private Optional<String> altText = Optional.empty();
    private Role role = Role.POST;
    private Optional<Id> place = Optional.empty();
    private Optional<Id> repliedTo = Optional.empty();
    private Map<String, String> poll = Map.of();
    private Optional<LongText.Sent> longText = Optional.empty();
    private Optional<Gif.Sent> gif = Optional.empty();
    private Optional<Id> quoted = Optional.empty();
    private Lifetime lifetime = Lifetime.LASTING;

    /** The standard settings but one. */
    static <T> PostSettings settings(Setting<T> setting, T value) {
        return PostSettings.from(new Setting.Values() {
            @Override
            public <V> V get(Setting<V> asked) {
                return asked.equals(setting) ? asked.type().cast(value) : asked.standard();
            }
        });
    }

    Draft draft() {
        return new Draft(
                type,
                text,
                topic,
                link,
                control,
                approval,
                countries,
                spoilers,
                new Visuals.Sent(imageUrl, videoUrl, altText, children, spoilerMedia),
                role,
                new Attachments.Sent(poll, longText, gif),
                new References(quoted, Optional.empty(), place, Optional.empty(), repliedTo, Optional.empty()),
                lifetime,
                CrossShare.NONE);
    }

    Sketch text(String value) {
        text = Optional.of(value);
        return this;
    }

    Sketch topic(String value) {
        topic = Optional.of(value);
        return this;
    }

    Sketch link(String value) {
        link = Optional.of(value);
        return this;
    }

    Sketch control(String value) {
        control = Optional.of(value);
        return this;
    }

    Sketch approvingReplies() {
        approval = ReplyApproval.NEEDED;
        return this;
    }

    Sketch countries(String... values) {
        countries = List.of(values);
        return this;
    }

    Sketch spoilers(Spoiler.Entity... values) {
        spoilers = List.of(values);
        return this;
    }

    Sketch image() {
        type = MediaType.IMAGE;
        imageUrl = Optional.of("https://a.example/i.jpg");
        return this;
    }

    Sketch video() {
        type = MediaType.VIDEO;
        videoUrl = Optional.of("https://a.example/v.mp4");
        return this;
    }

    Sketch carousel() {
        type = MediaType.CAROUSEL;
        children = List.of("3843852136068678656", "3843852136068678657");
        return this;
    }

    Sketch item() {
        role = Role.ITEM;
        return image();
    }

    Sketch altText(String value) {
        altText = Optional.of(value);
        return this;
    }

    Sketch at(Id value) {
        place = Optional.of(value);
        return this;
    }

    Sketch answering(Id post) {
        repliedTo = Optional.of(post);
        return this;
    }

    Sketch wordless() {
        text = Optional.empty();
        return this;
    }

    /** Options in the order of their letters. */
    Sketch poll(String... options) {
        Map<String, String> letters = new HashMap<>();
        for (int i = 0; i < options.length; i++) {
            letters.put(Poll.LETTERS.get(i), options[i]);
        }
        poll = letters;
        return this;
    }

    Sketch longText(String plaintext, Styled.Sent... styles) {
        longText = Optional.of(new LongText.Sent(Optional.of(plaintext), Optional.empty(), List.of(styles)));
        return this;
    }

    Sketch longTextWithLink(String link) {
        longText = Optional.of(new LongText.Sent(Optional.of("long"), Optional.of(link), List.of()));
        return this;
    }

    Sketch gif(String id, String provider) {
        gif = Optional.of(new Gif.Sent(Optional.of(id), Optional.of(provider)));
        return this;
    }

    Sketch quoting(Id post) {
        quoted = Optional.of(post);
        return this;
    }

    Sketch ghost() {
        lifetime = Lifetime.GHOST;
        return this;
    }

    Sketch coveringMedia() {
        spoilerMedia = true;
        return this;
    }
}
