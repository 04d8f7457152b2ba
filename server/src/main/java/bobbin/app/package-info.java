/**
 * Developers' apps: their secrets, addresses, permissions, roles and testers, and the ids by which each app knows people
 * (02, 01 §6).
 */
@NullMarked
package bobbin.app;

import org.jspecify.annotations.NullMarked;
