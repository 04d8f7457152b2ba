package bobbin;

import bobbin.account.Account;
import bobbin.account.Details;
import bobbin.account.Email;
import bobbin.account.Password;
import bobbin.account.Profile;
import bobbin.account.SignUp;
import bobbin.account.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an account, whether people may join by themselves or not. */
@Command(
        name = "create",
        description = "Make an account. Without a password file, a password is made up and printed.",
        footer = {"", "Examples:", "  bobbin user create ann", "  bobbin user create ann --password-file ann.txt"})
final class UserCreateCommand extends Administration {
    private static final int RANDOM_BYTES = 15;

    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<username>")
    private String username = "";

    @Option(names = "--email", paramLabel = "<address>", description = "With which the person may sign in as well.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--name", paramLabel = "<text>", description = "The name to show.")
    private String name = "";

    @Option(names = "--biography", paramLabel = "<text>", description = "What the profile says.")
    private String biography = "";

    @Option(names = "--password-file", paramLabel = "<file>", description = "Its first line is the password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Override
    void run(Given given, Parts parts) {
        String password = passwordFile
                .map(file -> firstLine(given.world().folder().resolve(file)))
                .orElseGet(UserCreateCommand::madeUp);
        Account made = parts.people.accounts.create(new SignUp(
                new Username(username),
                email.map(Email::new),
                new Password(password),
                new Profile(name, biography),
                Details.NONE));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", made.id());
        shown.put("username", made.username());
        if (passwordFile.isEmpty()) {
            shown.put("password", password);
        }
        printing.one(given.world().out(), shown);
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new Obstacle("The password cannot be read from " + file + ".");
        }
    }

    private static String madeUp() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
