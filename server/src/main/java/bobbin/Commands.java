package bobbin;

import bobbin.base.Refusal;
import bobbin.base.Setting;
import bobbin.sql.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command line: finds the command, reads the settings, does it, and turns whatever happens into sentences and an
 * exit code.
 */
final class Commands {
    private static final String CONFIG = "--config";

    private final Surroundings world;
    private final CommandLine root;
    private final List<Setting<?>> settings = Settings.all();

    private Commands(Surroundings world, String... arguments) {
        this.world = world;
        this.root = RootCommand.line(arguments)
                .setOut(world.out())
                .setErr(world.err())
                .setUsageHelpWidth(80)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(this::execute);
    }

    /**
     * Runs a command.
     *
     * @return the exit code, one of {@link Exit}
     */
    static int run(Surroundings world, String... arguments) {
        Commands commands = new Commands(world, arguments);
        commands.prepare(arguments);
        int code = commands.root.execute(arguments);
        world.out().flush();
        world.err().flush();
        return code;
    }

    /** Makes the commands that are named tell all faults at once, and the last of them take every setting as a flag. */
    private void prepare(String... arguments) {
        CommandLine last = root;
        last.getCommandSpec().parser().collectErrors(true);
        for (String argument : arguments) {
            CommandLine next = last.getSubcommands().get(argument);
            if (next == null) {
                break;
            }
            last = next;
            last.getCommandSpec().parser().collectErrors(true);
        }
        if (last.getCommandSpec().userObject() instanceof Task) {
            addFlags(last.getCommandSpec());
        }
    }

    private void addFlags(CommandSpec command) {
        command.addOption(OptionSpec.builder(CONFIG)
                .type(String.class)
                .hidden(true)
                .paramLabel("FILE")
                .build());
        for (Setting<?> setting : settings) {
            command.addOption(OptionSpec.builder(RootCommand.flags(setting))
                    .type(String.class)
                    .hidden(!RootCommand.isShown(command, setting))
                    .paramLabel("<value>")
                    .description(setting.meaning())
                    .build());
        }
    }

    private int execute(ParseResult parsed) {
        if (CommandLine.printHelpIfRequested(parsed)) {
            return Exit.DONE;
        }
        List<CommandLine> named = parsed.asCommandLineList();
        List<String> faults = new ArrayList<>();
        named.forEach(command -> faults.addAll(faults(command)));
        CommandLine last = named.getLast();
        return last.getCommandSpec().userObject() instanceof Task task
                ? run(task, last.getParseResult(), faults)
                : explain(last, faults);
    }

    private static List<String> faults(CommandLine command) {
        List<String> faults = new ArrayList<>();
        for (Exception fault : command.getParseResult().errors()) {
            if (fault instanceof UnmatchedArgumentException unmatched) {
                faults.addAll(unknown(command.getCommandSpec(), unmatched.getUnmatched()));
            } else {
                faults.add(fault.getMessage() + ".");
            }
        }
        return faults;
    }

    /** A wrong flag may drag its value along, so the values are named only where no flag is wrong. */
    private static List<String> unknown(CommandSpec command, List<String> words) {
        List<String> flags = words.stream().filter(word -> word.startsWith("-")).toList();
        return flags.isEmpty()
                ? words.stream()
                        .map(word -> Names.unknown(word, command.subcommands().keySet()))
                        .toList()
                : flags.stream()
                        .map(flag -> flag.split("=", 2)[0])
                        .map(flag -> Names.unknown(flag, command.optionsMap().keySet()))
                        .toList();
    }

    /** A group such as {@code bobbin user} does nothing by itself; it says what it has. */
    private int explain(CommandLine group, List<String> faults) {
        faults.forEach(world.err()::println);
        if (faults.isEmpty()) {
            group.usage(world.err());
        }
        return Exit.MISUSED;
    }

    private int run(Task task, ParseResult parsed, List<String> faults) {
        SettingsReader reader = new SettingsReader(world, settings)
                .file(Optional.ofNullable(parsed.matchedOptionValue(CONFIG, null)))
                .variables()
                .flags(flags(parsed));
        faults.addAll(reader.faults());
        ChosenSettings chosen = reader.chosen(task.presumes(reader.chosen(List.of())));
        faults.addAll(Settings.faults(chosen));
        if (!faults.isEmpty()) {
            faults.forEach(world.err()::println);
            return Exit.MISUSED;
        }
        return run(task, new Given(world, chosen, Settings.from(chosen)));
    }

    private Map<String, String> flags(ParseResult parsed) {
        Map<String, String> flags = new HashMap<>();
        for (Setting<?> setting : settings) {
            Optional.ofNullable(parsed.<String>matchedOptionValue(SettingText.flag(setting), null))
                    .ifPresent(text -> flags.put(setting.key(), text));
        }
        return flags;
    }

    /** Does it; every failure becomes one sentence and a code. */
    private int run(Task task, Given given) {
        try {
            return task.run(given);
        } catch (Faults e) {
            e.sentences().forEach(world.err()::println);
            return Exit.MISUSED;
        } catch (Refusal e) {
            world.err().println(e.problem().userMessage().orElse(e.problem().message()));
            return Exit.REFUSED;
        } catch (Obstacle e) {
            world.err().println(e.getMessage());
            return Exit.UNAVAILABLE;
        } catch (Unavailable e) {
            world.err().println("The database does not answer: " + e.getMessage() + ".");
            return Exit.UNAVAILABLE;
        } catch (Exception e) {
            world.err().println("This is a mistake in Bobbin: " + e);
            LoggerFactory.getLogger(Commands.class)
                    .error("command failed name={}", task.getClass().getSimpleName(), e);
            return Exit.BROKEN;
        }
    }
}
