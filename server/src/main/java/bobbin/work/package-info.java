/**
 * Work for later: a job is a row that is written in its caller's transaction, so that it is there exactly if what it belongs to is there. A
 * worker runs what is due, on any server.
 */
@NullMarked
package bobbin.work;

import org.jspecify.annotations.NullMarked;
