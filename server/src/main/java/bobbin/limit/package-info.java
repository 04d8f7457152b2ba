/** Quotas of people and the call budget of apps: what is counted, how much is left, when it is refused (05, 04 §18). */
@NullMarked
package bobbin.limit;

import org.jspecify.annotations.NullMarked;
