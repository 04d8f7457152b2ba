package bobbin.lab;

import bobbin.http.Response;
import bobbin.lab.Samples.Sample;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;

/** The samples on the media host of a developer's Bobbin, for anybody. */
public final class SamplePages implements WebPart {
    private static final String GIF = ".gif";

    @Override
    public void declare(Routes routes) {
        routes.get(Samples.PATH + "{name}", this::file);
        routes.get(Samples.PATH + "gif/{name}", this::gif);
    }

    private Response file(Visit visit) {
        return shown(visit, Samples.find(visit.path("name")).orElseThrow(WebProblems.NOT_FOUND::refuse));
    }

    private Response gif(Visit visit) {
        String name = visit.path("name");
        if (!name.endsWith(GIF)) {
            throw WebProblems.NOT_FOUND.refuse();
        }
        return shown(visit, Samples.gif(name.substring(0, name.length() - GIF.length())));
    }

    private static Response shown(Visit visit, Sample sample) {
        return visit.answer(Response.bytes(200, sample.mediaType(), sample.bytes())
                .with("Cache-Control", "public, max-age=3600")
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .with("Access-Control-Allow-Origin", "*"));
    }
}
