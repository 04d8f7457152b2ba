package bobbin.search;

import bobbin.account.Account;

/**
 * Somebody as everybody may look them up (08 §8.3).
 *
 * @param week what their posts received in the last seven days
 */
record PublicProfile(Account account, long followers, Counts week) {}
