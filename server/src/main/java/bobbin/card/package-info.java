/**
 * Posts as pages show them: what a card of a post has on it, looked up for a whole page at once. The templates are in {@code jte/card}
 * (15 §15.10, §15.14, §15.19).
 */
@NullMarked
package bobbin.card;

import org.jspecify.annotations.NullMarked;
