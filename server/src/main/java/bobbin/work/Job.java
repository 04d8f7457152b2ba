package bobbin.work;

import bobbin.base.Id;

/**
 * Something to be done later.
 *
 * @param kind which handler does it
 * @param subject what it is about
 * @param payload whatever its handler needs besides; may be empty
 * @param attempt how often it was begun, this time included: 1 or more
 */
public record Job(Id id, String kind, Id subject, String payload, int attempt) {}
