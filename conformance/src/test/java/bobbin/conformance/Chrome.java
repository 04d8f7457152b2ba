package bobbin.conformance;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a window, which looks up nothing for itself and knows no machine but this one. */
final class Chrome {
    private Chrome() {}

    /** @param profile where it keeps what it knows; a new folder is a new browser */
    static ChromeDriver open(Path profile, ChromeOptions options) {
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(binary("chromedriver"))
                        .usingAnyFreePort()
                        .build(),
                options.setBinary(binary("chromium"))
                        .addArguments(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                                "--user-data-dir=" + profile));
    }

    private static File binary(String name) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, name).toFile())
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the path"));
    }
}
