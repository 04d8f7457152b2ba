/** How fast the server is, always as a ratio to something that does nothing but carry the same bytes. */
@NullMarked
package bobbin.bench;

import org.jspecify.annotations.NullMarked;
