package bobbin.script;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be moved forward, and goes on from there. */
public interface SettableClock extends InstantSource {
    /** As far as it goes: before ids come to an end ({@code Id}), with years to spare for what expires later. */
    Instant LATEST = Instant.parse("2040-01-01T00:00:00Z");

    /** Moves it; a time in the past changes nothing. */
    void moveTo(Instant time);
}
