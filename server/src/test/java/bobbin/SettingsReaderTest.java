package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Fidelity;
import bobbin.base.Setting;
import bobbin.base.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final Setting<Integer> PORT = Setting.of("http.port", Integer.class, 8080, "The port.");
    private static final Setting<Duration> TTL =
            Setting.of("tokens.code_ttl", Duration.class, Duration.ofHours(1), "How long a code lives.");
    private static final Setting<Texts> HOSTS = Setting.of("hosts.graph", Texts.class, Texts.NONE, "Names.");
    private static final Setting<ZoneId> ZONE = Setting.of("zone", ZoneId.class, ZoneId.of("UTC"), "The zone.");
    private static final Setting<URI> URL = Setting.of("public.url", URI.class, URI.create(""), "The address.");
    private static final Setting<Boolean> STRICT = Setting.of("strict", Boolean.class, false, "Whether.");
    private static final Setting<Long> BYTES = Setting.of("bytes", Long.class, 1L, "How many.");
    private static final Setting<Path> PLACE = Setting.of("place", Path.class, Path.of("here"), "Where.");
    private static final Setting<Path> NOWHERE = Setting.of("nowhere", Path.class, Path.of(""), "Where, if anywhere.");
    private static final Setting<String> KEY = Setting.secret("secret.key", "The key.");
    private static final Setting<Integer> STATUS = Setting.of(
                    "errors.http.permission", Integer.class, 403, "The status.")
            .underMeta(500);
    private static final List<Setting<?>> ALL =
            List.of(PORT, TTL, HOSTS, ZONE, URL, STRICT, BYTES, PLACE, NOWHERE, KEY, STATUS, Fidelity.SETTING);

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> flags = new HashMap<>();

    @BeforeEach
    void writeEachOriginOnce() throws Exception {
        Files.writeString(folder.resolve("bobbin.properties"), "http.port=1\ntokens.code_ttl=PT1M\nstrict=true\n");
        variables.put("BOBBIN_HTTP_PORT", "2");
        variables.put("BOBBIN_TOKENS_CODE_TTL", "PT2M");
        flags.put("http.port", "3");
    }

    @Test
    void leavesAnEmptyPathEmpty() {
        assertThat(read().chosen(List.of()).get(PLACE)).isAbsolute();
        assertThat(read().chosen(List.of()).get(NOWHERE)).isEqualTo(Path.of(""));
    }

    @Test
    void takesTheFlagBeforeTheVariableBeforeTheFileBeforeTheDefault() {
        ChosenSettings chosen = read().chosen(List.of());

        assertThat(chosen.get(PORT)).isEqualTo(3);
        assertThat(chosen.origin(PORT)).isEqualTo("--http-port");
        assertThat(chosen.get(TTL)).isEqualTo(Duration.ofMinutes(2));
        assertThat(chosen.origin(TTL)).isEqualTo("BOBBIN_TOKENS_CODE_TTL");
        assertThat(chosen.get(STRICT)).isTrue();
        assertThat(chosen.origin(STRICT)).isEqualTo("bobbin.properties");
        assertThat(chosen.get(BYTES)).isEqualTo(1);
        assertThat(chosen.origin(BYTES)).isEqualTo("default");
    }

    @Test
    void takesWhatIsWrittenBeforeWhatTheCommandPresumes() {
        ChosenSettings chosen = read().chosen(List.of(new Presumed<>(PORT, 9), new Presumed<>(BYTES, 9L)));

        assertThat(chosen.get(PORT)).isEqualTo(3);
        assertThat(chosen.get(BYTES)).isEqualTo(9);
        assertThat(chosen.origin(BYTES)).isEqualTo("presumed");
    }

    @Test
    void letsTheProfileSetTheDefaultOfANamedSwitchOnly() {
        Presumed<?> meta = new Presumed<>(Fidelity.SETTING, Fidelity.META);

        assertThat(read().chosen(List.of()).get(STATUS)).isEqualTo(403);
        assertThat(read().chosen(List.of(meta)).get(STATUS)).isEqualTo(500);
        assertThat(read().chosen(List.of(meta)).origin(STATUS)).isEqualTo("profile");
        flags.put("errors.http.permission", "400");
        assertThat(read().chosen(List.of(meta)).get(STATUS)).isEqualTo(400);
    }

    @Test
    void readsEveryType() {
        flags.putAll(Map.of(
                "hosts.graph", "a.example, b.example",
                "zone", "Europe/Paris",
                "public.url", "https://threads.example.org",
                "bytes", "5000000000",
                "place", "there",
                "fidelity", "Meta",
                "secret.key", "hidden"));
        ChosenSettings chosen = read().chosen(List.of());

        assertThat(chosen.get(HOSTS)).isEqualTo(Texts.of("a.example", "b.example"));
        assertThat(chosen.get(ZONE)).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(chosen.get(URL)).isEqualTo(URI.create("https://threads.example.org"));
        assertThat(chosen.get(BYTES)).isEqualTo(5_000_000_000L);
        assertThat(chosen.get(PLACE)).isEqualTo(folder.resolve("there"));
        assertThat(chosen.get(Fidelity.SETTING)).isEqualTo(Fidelity.META);
        assertThat(chosen.get(KEY)).isEqualTo("hidden");
    }

    @Test
    void countsAnEmptyValueAsNone() {
        variables.put("BOBBIN_BYTES", "");

        assertThat(read().faults()).isEmpty();
        assertThat(read().chosen(List.of()).get(BYTES)).isEqualTo(1);
    }

    @Test
    void tellsAllFaultsAtOnceAndWhatWasProbablyMeant() throws Exception {
        Files.writeString(folder.resolve("bobbin.properties"), "htp.port=1\nstrict=perhaps\n");
        variables.put("BOBBIN_HTTP_PROT", "2");
        variables.put("BOBBIN_ZONE", "Mars/Base");
        flags.put("bytes", "many");
        flags.put("fidelity", "exact");

        assertThat(read().faults())
                .containsExactlyInAnyOrder(
                        "bobbin.properties: htp.port is not known. Did you mean http.port?",
                        "strict: \"perhaps\" is no true or false.",
                        "BOBBIN_HTTP_PROT is not known. Did you mean BOBBIN_HTTP_PORT?",
                        "BOBBIN_ZONE: \"Mars/Base\" is no time zone such as America/Los_Angeles.",
                        "--bytes: \"many\" is no whole number.",
                        "--fidelity: \"exact\" is none of meta, friendly.");
    }

    @Test
    void proposesNothingWhereNothingIsNear() {
        variables.put("BOBBIN_WEATHER_FORECAST", "sun");

        assertThat(read().faults()).containsExactly("BOBBIN_WEATHER_FORECAST is not known.");
    }

    @Test
    void readsTheFileThatIsNamedAndSaysSoIfItIsMissing() throws Exception {
        Files.writeString(folder.resolve("other.properties"), "bytes=7");

        SettingsReader named = reader().file(Optional.of("other.properties"));
        assertThat(named.chosen(List.of()).get(BYTES)).isEqualTo(7);
        assertThat(named.chosen(List.of()).origin(BYTES)).isEqualTo("other.properties");

        variables.put("BOBBIN_CONFIG", "missing.properties");
        assertThat(reader().file(Optional.empty()).faults())
                .singleElement()
                .asString()
                .contains("missing.properties cannot be read");
    }

    private SettingsReader read() {
        return reader().file(Optional.empty()).variables().flags(flags);
    }

    private SettingsReader reader() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new SettingsReader(
                new Surroundings(variables, folder, nowhere, nowhere, InstantSource.system(), new Stop()), ALL);
    }
}
