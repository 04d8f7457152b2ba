package bobbin.embed;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.util.List;

/**
 * How posts are embedded (13 §13.1).
 *
 * @param extraHosts whose permalinks are taken for ours, besides our own name
 * @param requireToken whether nobody is answered without a token, as it was until March 2026
 */
public record EmbedSettings(String providerName, Texts extraHosts, boolean requireToken) {
    static final Setting<String> PROVIDER_NAME = Setting.of(
            "oembed.provider_name",
            String.class,
            "Threads",
            "What this server is called where its posts are embedded.");
    static final Setting<Texts> EXTRA_HOSTS = Setting.of(
            "oembed.extra_hosts",
            Texts.class,
            Texts.of("www.threads.net", "threads.net", "www.threads.com", "threads.com"),
            "Names besides our own, joined by commas, whose links to posts are taken for ours by GET /oembed.");
    static final Setting<Boolean> REQUIRE_TOKEN = Setting.of(
            "oembed.require_token",
            Boolean.class,
            false,
            "Whether GET /oembed answers with a token only, as the original did until March 2026.");

    public static final List<Setting<?>> ALL = List.of(PROVIDER_NAME, EXTRA_HOSTS, REQUIRE_TOKEN);

    public static EmbedSettings from(Setting.Values values) {
        return new EmbedSettings(values.get(PROVIDER_NAME), values.get(EXTRA_HOSTS), values.get(REQUIRE_TOKEN));
    }
}
