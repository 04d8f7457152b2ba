package bobbin.app;

/** Somebody with a role on an app, or an invitation to one, by user name. */
public record Member(String username, HeldRole held) {}
