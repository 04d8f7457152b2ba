/**
 * Finding posts and people (specification 08): words and topics in posts, what somebody has searched for, public profiles and their posts,
 * mentions.
 */
@NullMarked
package bobbin.search;

import org.jspecify.annotations.NullMarked;
