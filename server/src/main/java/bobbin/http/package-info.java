/** The web server and what passes through it: requests, responses and parameters (01 §1 to §4). The only package that knows Helidon. */
@NullMarked
package bobbin.http;

import org.jspecify.annotations.NullMarked;
