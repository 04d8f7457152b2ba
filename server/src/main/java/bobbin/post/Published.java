package bobbin.post;

import bobbin.base.Id;

/** What publishing answers: the post, and whether its container asked for sharing. */
public record Published(Id post, CrossShare share) {}
