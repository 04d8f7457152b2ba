/** The vocabulary that every part shares: ids, permissions, problems, pages. Uses nothing but the JDK. */
@NullMarked
package bobbin.base;

import org.jspecify.annotations.NullMarked;
