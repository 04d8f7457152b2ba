/**
 * Replies: who may answer, conversations, hiding, approving (specification 10, 04 §12, 15 §15.6 rules 6 to 8, §15.12, §15.13).
 */
@NullMarked
package bobbin.reply;

import org.jspecify.annotations.NullMarked;
