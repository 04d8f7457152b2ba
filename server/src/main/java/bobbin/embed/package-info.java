/**
 * Posts outside of this server, and ways into it: oEmbed, the frame around an embedded post, the pages of posts and the links that open the
 * composer (specification 13, and the permalinks of 15 §15.19).
 */
@NullMarked
package bobbin.embed;

import org.jspecify.annotations.NullMarked;
