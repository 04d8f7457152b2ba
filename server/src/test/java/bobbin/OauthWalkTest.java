package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of an app: a person signs in and allows it something, it gets tokens, publishes and reads. */
class OauthWalkTest {
    private static final String CALLBACK = "http://localhost:3000/callback";

    @TempDir
    Path folder;

    @Test
    void leadsFromTheWindowToAPost() {
        try (DevServer server = DevServer.start(folder);
                Walker eve = new Walker()) {
            String code = authorize(server, eve);
            assertThat(eve.here().toString()).startsWith(CALLBACK + "?code=").endsWith("&state=here#_");

            var shortLived = redeem(server, code);
            assertThat(shortLived.json().names()).containsExactly("access_token", "user_id");
            assertThat(shortLived.text("user_id")).isEqualTo(server.user("eve", "user_id"));
            var longLived = prolong(server, shortLived.text("access_token"));
            String token = longLived.text("access_token");
            String id = server.post(
                            "/v1.0/me/threads",
                            "media_type",
                            "TEXT",
                            "text",
                            "From an app",
                            "auto_publish_text",
                            "true",
                            "access_token",
                            token)
                    .text("id");
            assertThat(server.graph("/v1.0/" + id, "fields", "text,username", "access_token", token)
                            .text("username"))
                    .isEqualTo("eve");
            assertThat(redeem(server, code).text("error_message")).contains("already used");
        }
    }

    @Test
    void writesNoSecretIntoAnyLog() {
        List<String> secrets = new ArrayList<>();
        try (CaughtLogs logs = new CaughtLogs();
                DevServer server = DevServer.start(folder, "--log-level", "debug");
                Walker eve = new Walker()) {
            String code = authorize(server, eve);
            String brief = redeem(server, code).text("access_token");
            String token = prolong(server, brief).text("access_token");
            server.graph("/me", "access_token", token);
            server.graph("/refresh_access_token", "grant_type", "th_refresh_token", "access_token", token);
            server.graph("/debug_token", "input_token", token, "access_token", token);
            server.graph("/me", "access_token", token + "x");
            server.graph("/oauth/access_token/none", "access_token", token, "code", code);
            redeem(server, code);
            secrets.addAll(List.of(code, brief, token, server.app("secret"), server.user("eve", "password")));
            secrets.addAll(eve.cookieValues());
            secrets.add(CommandRun.in(folder, "user", "reset-password", "eve", "--data", ".bobbin")
                    .out()
                    .replaceAll("(?s).*secret=(\\S+).*", "$1"));

            assertThat(logs.lines()).anyMatch(line -> line.contains("access call") && line.contains("path=/me"));
            assertThat(logs.json())
                    .hasSameSizeAs(logs.lines())
                    .anyMatch(line -> line.contains("\"bobbin.access\"") && line.contains("{\"path\":\"/me\"}"));
            assertThat(secrets)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(secret -> assertThat(logs.lines()).noneMatch(line -> line.contains(secret)))
                    .allSatisfy(secret -> assertThat(logs.json()).noneMatch(line -> line.contains(secret)));
        }
    }

    private static String authorize(DevServer server, Walker person) {
        person.open(server.note("web_url") + "/oauth/authorize?"
                + DevServer.form(
                        "client_id",
                        server.app("id"),
                        "redirect_uri",
                        CALLBACK,
                        "scope",
                        "threads_basic,threads_content_publish",
                        "response_type",
                        "code",
                        "state",
                        "here"));
        person.submit(Map.of("username", "eve", "password", server.user("eve", "password")));
        person.submit(Map.of("decision", "allow"));
        return person.parameter("code").orElseThrow();
    }

    private static DevServer.Answer redeem(DevServer server, String code) {
        return server.post(
                "/oauth/access_token",
                "client_id",
                server.app("id"),
                "client_secret",
                server.app("secret"),
                "grant_type",
                "authorization_code",
                "redirect_uri",
                CALLBACK,
                "code",
                code);
    }

    private static DevServer.Answer prolong(DevServer server, String token) {
        return server.graph(
                "/access_token",
                "grant_type",
                "th_exchange_token",
                "client_secret",
                server.app("secret"),
                "access_token",
                token);
    }
}
