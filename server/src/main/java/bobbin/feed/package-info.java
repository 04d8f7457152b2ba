/**
 * What people do with posts besides writing them, and what they are told of: likes, votes, notifications (specification 15 §15.7, §15.14,
 * §15.16). None of it can be done through the API; all of it is seen there.
 */
@NullMarked
package bobbin.feed;

import org.jspecify.annotations.NullMarked;
