/**
 * People: how they join, sign in and leave, what they show of themselves, whom they follow and whom they keep away (09, 15 §15.2–15.5,
 * 15.17–15.18). Other features ask {@link bobbin.account.Accounts} who somebody is and {@link bobbin.account.Relations} how two
 * people stand, and are told through {@link bobbin.account.AccountEvents}.
 */
@NullMarked
package bobbin.account;

import org.jspecify.annotations.NullMarked;
