package bobbin.embed;

import bobbin.embed.Embeds.Shareable;
import bobbin.graph.Call;
import bobbin.graph.Doorkeeper;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.http.PublicUrls;
import bobbin.limit.EmbedLimits;
import bobbin.templates.StaticTemplates;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /oembed} (13 §13.1). A token is not needed, but must be good if there is one. */
public final class EmbedGraph implements GraphPart {
    private static final int NARROWEST = 320;
    private static final int WIDEST = 658;

    private final Embeds embeds;
    private final EmbedLimits limits;
    private final Doorkeeper doorkeeper;
    private final EmbedSettings settings;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    public EmbedGraph(
            Embeds embeds, EmbedLimits limits, Doorkeeper doorkeeper, EmbedSettings settings, PublicUrls urls) {
        this.embeds = embeds;
        this.limits = limits;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void declare(Edges edges) {
        edges.atRoot().open("get", "oembed", this::embed);
    }

    private Object embed(Call call) {
        count(call);
        Params params = call.params();
        String url = params.required("url");
        Permalink permalink = Permalink.parse(url).orElseThrow(() -> EmbedProblems.NO_URI.refuse("url"));
        int width = params.whole("maxwidth", NARROWEST, WIDEST).orElse(WIDEST);
        params.text("format")
                .filter(format -> !format.strip().equalsIgnoreCase("json"))
                .ifPresent(format -> {
                    throw EmbedProblems.NO_FORMAT.refuse(format);
                });
        Shareable post = permalink
                .post(hosts(call))
                .flatMap(embeds::find)
                .orElseThrow(() -> GraphProblems.OBJECT_MISSING.refuse(call.method(), url));
        return selected(params, answer(call, post, width));
    }

    private void count(Call call) {
        if (call.token().isPresent()) {
            limits.spend(doorkeeper.admit(call.token().get(), call.params()).app());
        } else if (settings.requireToken()) {
            throw EmbedProblems.TOKEN_NEEDED.refuse();
        } else {
            limits.spend(call.request().remote());
        }
    }

    private List<String> hosts(Call call) {
        List<String> hosts = new ArrayList<>(settings.extraHosts().values());
        hosts.add(URI.create(urls.web(call.request())).getRawAuthority());
        return hosts;
    }

    private Map<String, Object> answer(Call call, Shareable post, int width) {
        String web = urls.web(call.request());
        boolean script = !call.params()
                .text("omitscript")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        String html = templates
                .embedSnippet(web, web + post.path(), post.post().shortcode(), settings.providerName(), width, script)
                .render();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "rich");
        answer.put("version", "1.0");
        answer.put("html", html.strip());
        answer.put("provider_name", settings.providerName());
        answer.put("provider_url", web + "/");
        answer.put("width", width);
        return answer;
    }

    private static Map<String, Object> selected(Params params, Map<String, Object> answer) {
        Set<String> fields = params.set("fields");
        fields.stream().filter(name -> !answer.containsKey(name)).findFirst().ifPresent(name -> {
            throw GraphProblems.FIELD_UNKNOWN.refuse(name);
        });
        if (!fields.isEmpty()) {
            answer.keySet().retainAll(fields);
        }
        return answer;
    }
}
