/** What the specification promises, checked from outside: over HTTP, without a class of the server. */
@NullMarked
package bobbin.conformance;

import org.jspecify.annotations.NullMarked;
