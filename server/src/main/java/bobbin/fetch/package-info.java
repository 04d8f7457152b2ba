/**
 * Asking other servers: the one guarded outgoing HTTP client for media, callbacks, webhooks and link previews (04 §7.3). The only package
 * that knows the library for it.
 */
@NullMarked
package bobbin.fetch;

import org.jspecify.annotations.NullMarked;
