package bobbin.search;

import bobbin.base.Id;

/**
 * A post that may be what somebody looks for.
 *
 * @param place by which the list is sorted: the post itself in lists by time, else its {@link Standing}
 */
record Hit(Id post, Id place) {}
