/**
 * Videos as files: what an MP4 or MOV is (04 §7.2), whether it may be published (04 §8.3), and a picture of it. Nothing here trusts the
 * file: it is never loaded, and reading it costs a bounded amount of memory and time whatever it claims. The only package that knows the
 * decoder.
 */
@NullMarked
package bobbin.video;

import org.jspecify.annotations.NullMarked;
