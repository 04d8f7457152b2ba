package bobbin.post;

/** What hangs below a text; a post has at most one (04 §3). A link is none of these: it may stand beside a quote. */
public sealed interface Attachment permits Poll, LongText, Gif {}
