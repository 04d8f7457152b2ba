/** JSON, read and written (01 §4, §9). The only package that knows Jackson. */
@NullMarked
package bobbin.json;

import org.jspecify.annotations.NullMarked;
