/**
 * Publishing and posts: containers and the two steps, what a text may hold, who may see what, reading single posts and one's own
 * (specification 04, 07 §7.2 to 7.7, 15 §15.6, §15.9, §15.10).
 */
@NullMarked
package bobbin.post;

import org.jspecify.annotations.NullMarked;
