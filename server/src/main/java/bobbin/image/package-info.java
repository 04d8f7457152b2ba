/**
 * Images that strangers send: looked at before they are decoded, decoded within bounds, and made anew so that nothing of the file but its
 * pixels stays (04 §7.1). The only package that knows the libraries for it.
 */
@NullMarked
package bobbin.image;

import org.jspecify.annotations.NullMarked;
