package bobbin.post;

/** Whether replies of others wait for the author's approval (10 §10.6). */
public enum ReplyApproval {
    NOT_NEEDED,
    NEEDED
}
