/**
 * Previews of links (04 §5.1): what the page behind the link of a post says about itself, fetched in the background, kept as long as a post
 * has the link. The only package that knows the library that reads HTML.
 */
@NullMarked
package bobbin.preview;

import org.jspecify.annotations.NullMarked;
