package bobbin.app;

import java.time.Instant;

/** What a person was offered and has not answered yet. */
public record Invitation(App app, Role role, Instant invitedAt) {}
