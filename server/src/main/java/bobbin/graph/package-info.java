/**
 * The machine under the whole API (01, 06, 07 §7.1): who calls, what is meant, may they, do it, show it. Features only
 * declare their nodes, edges and fields; everything that all calls share stands here, once.
 */
@NullMarked
package bobbin.graph;

import org.jspecify.annotations.NullMarked;
