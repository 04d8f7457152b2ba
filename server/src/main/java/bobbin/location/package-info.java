/** Places: what there is, how they are found, and how operators bring more of them (08 §8.6, §8.7). */
@NullMarked
package bobbin.location;

import org.jspecify.annotations.NullMarked;
