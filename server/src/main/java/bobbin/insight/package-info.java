/**
 * Counting and reporting (specification 11, 15 §15.11): who looks at posts and profiles, follows links, shares, and what others make of a
 * post; and the numbers that come of it.
 */
@NullMarked
package bobbin.insight;

import org.jspecify.annotations.NullMarked;
