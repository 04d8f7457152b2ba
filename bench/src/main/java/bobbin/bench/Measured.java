package bobbin.bench;

import java.time.Duration;
import java.util.List;

/**
 * What one request costs a server.
 *
 * @param perSecond how many of them it answers
 * @param computing microseconds of the server's computing for each
 */
record Measured(double perSecond, double computing) {
    /** Sends one request again and again, by so many clients. */
    static Measured of(Subject server, byte[] request, int clients, Duration round) throws Exception {
        long before = server.computing();
        Load.Result result = Load.run(clients, round, Load.sending(server.port(), request));
        return new Measured(result.perSecond(), (server.computing() - before) / (double) result.times());
    }

    /** The quietest round: a neighbour can only make a server slower. */
    static Measured best(List<Measured> rounds) {
        return new Measured(
                rounds.stream().mapToDouble(Measured::perSecond).max().orElseThrow(),
                rounds.stream().mapToDouble(Measured::computing).min().orElseThrow());
    }
}
