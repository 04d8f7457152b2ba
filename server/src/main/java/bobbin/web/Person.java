package bobbin.web;

import bobbin.base.Id;

/**
 * Who looks at a page, signed in.
 *
 * @param username as it is shown, without {@code @}
 * @param session the session by which they are known
 */
public record Person(Id account, String username, Id session) {}
