/** The whole server, put together by hand: the command line, the settings and the wiring of all parts. */
@NullMarked
package bobbin;

import org.jspecify.annotations.NullMarked;
