/** Telling the servers of apps what happens: subscriptions, deliveries and streams (12). */
@NullMarked
package bobbin.webhook;

import org.jspecify.annotations.NullMarked;
