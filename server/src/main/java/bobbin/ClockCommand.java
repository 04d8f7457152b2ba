package bobbin;

import bobbin.lab.LabClock;
import bobbin.script.SettableClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and moves the clock of a developer's Bobbin, which may be running. */
@Command(
        name = "clock",
        description = {
            "Show the clock of a developer's Bobbin, or move it forward.",
            "A server that runs goes by it at once, and does the work that became due."
        },
        footer = {
            "",
            "Examples:",
            "  bobbin clock",
            "  bobbin clock --forward PT24H",
            "  bobbin clock --to 2030-01-31T12:00:00Z"
        })
final class ClockCommand implements Task {
    @Mixin
    private final Printing printing = new Printing();

    @Option(names = "--forward", paramLabel = "<duration>", description = "By how much, such as PT24H or P30D.")
    private Optional<String> forward = Optional.empty();

    @Option(names = "--to", paramLabel = "<time>", description = "Until when, in UTC.")
    private Optional<String> to = Optional.empty();

    @Override
    public List<Presumed<?>> presumes(ChosenSettings said) {
        return DeveloperFolder.presumedBeside(said);
    }

    @Override
    public int run(Given given) {
        DeveloperFolder folder =
                new DeveloperFolder(given.settings().operation().data());
        if (!folder.isOne()) {
            throw new Obstacle(
                    "Only a developer's Bobbin has a clock that can be moved; there is none in " + folder.path() + ".");
        }
        LabClock clock = folder.clock(given.world().time());
        Optional<Instant> wish = wish(clock.instant());
        wish.ifPresent(clock::moveTo);
        printing.one(given.world().out(), Map.of("now", clock.instant().toString()));
        return Exit.DONE;
    }

    private Optional<Instant> wish(Instant now) {
        try {
            Optional<Instant> wish = forward.map(Duration::parse).map(now::plus).or(() -> to.map(Instant::parse));
            if (wish.filter(time -> time.isBefore(now) || time.isAfter(SettableClock.LATEST))
                    .isPresent()) {
                throw new Faults(List.of("The clock goes from " + now + " to " + SettableClock.LATEST + " only."));
            }
            return wish;
        } catch (DateTimeException | ArithmeticException _) {
            throw new Faults(List.of("Write --forward as PT24H or P30D, and --to as 2030-01-31T12:00:00Z."));
        }
    }
}
