/**
 * Images and videos of posts (04 §7, 07 §7.6.5): fetched from where a client says or uploaded, checked, made fit, kept in files, served, and
 * removed when nothing shows them any more.
 */
@NullMarked
package bobbin.media;

import org.jspecify.annotations.NullMarked;
