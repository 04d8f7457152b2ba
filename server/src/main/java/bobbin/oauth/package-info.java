/**
 * Who lets whom do what: the authorization window, codes, tokens and their debugging, grants and how they end, and the
 * callbacks that tell an app so (specification 03, and 02 §4, §5, §8.3).
 */
@NullMarked
package bobbin.oauth;

import org.jspecify.annotations.NullMarked;
