package bobbin;

import bobbin.base.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code bobbin} itself. */
@Command(
        name = "bobbin",
        description = "A Threads of your own: the API, the authorization window and the pages.",
        synopsisSubcommandLabel = "<command>",
        versionProvider = RootCommand.Version.class,
        footer = {
            "",
            "Start here:   bobbin dev",
            "More:         bobbin <command> --help",
            "Every setting is a flag of every command: bobbin config prints them all.",
            "",
            "Exit codes: 0 done; 1 refused; 2 wrong command line or setting;",
            "3 something outside is missing (database, port); 70 a mistake in Bobbin."
        })
@SuppressWarnings("UnusedVariable") // picocli reads the two options
final class RootCommand {
    /** All commands, in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            DevCommand.class,
            ServeCommand.class,
            ConfigCommand.class,
            MigrateCommand.class,
            UserCommand.class,
            PostCommand.class,
            AppCommand.class,
            TokenCommand.class,
            PlaceCommand.class,
            LimitCommand.class,
            ActCommand.class,
            ClockCommand.class,
            WebhookCommand.class);

    /** Short names for what a developer types most. */
    private static final Map<String, String> SHORT = Map.of("http.port", "--port", "data.directory", "--data");

    /** The settings that the help of a command shows; the others are flags all the same. */
    private static final Map<String, List<String>> SHOWN = Map.of("dev", List.of("http.port", "data.directory"));

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Explain this command.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    /**
     * The command line with the command that is named first, or with all if none is. To put all together takes a good part of the time that a
     * command needs.
     */
    static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new RootCommand());
        List<Class<?>> named = COMMANDS.stream()
                .filter(each -> arguments.length > 0 && name(each).equals(arguments[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    static String[] flags(Setting<?> setting) {
        String flag = SettingText.flag(setting);
        String brief = SHORT.getOrDefault(setting.key(), flag);
        return brief.equals(flag) ? new String[] {flag} : new String[] {brief, flag};
    }

    static boolean isShown(CommandSpec command, Setting<?> setting) {
        return SHOWN.getOrDefault(command.name(), List.of()).contains(setting.key());
    }

    /** The version of this build, and of the Java that runs it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"bobbin 1 (Java " + Runtime.version() + ")"};
        }
    }
}
