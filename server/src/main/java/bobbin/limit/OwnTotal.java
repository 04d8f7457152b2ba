package bobbin.limit;

import bobbin.base.Id;

/**
 * How often a person, or everybody who uses an app, may do something, where that is not what the settings let everybody do.
 *
 * @param owner an account, or an app
 * @param limit the name of a {@link Limit}, or {@code CALLS} for the call budget
 */
public record OwnTotal(Id owner, String limit, int total) {}
