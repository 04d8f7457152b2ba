/**
 * Puts the server together and runs it: the command line, settings, wiring, logs and the management port. May use every
 * part; no part uses it.
 */
@NullMarked
package bobbin;

import org.jspecify.annotations.NullMarked;
