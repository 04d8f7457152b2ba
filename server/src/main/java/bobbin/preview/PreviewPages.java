package bobbin.preview;

import bobbin.http.Response;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;

/** The pictures of previews on the media host: for anybody, for ever. A new picture has a new address. */
public final class PreviewPages implements WebPart {
    private final Previews previews;

    public PreviewPages(Previews previews) {
        this.previews = previews;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/preview/{name}", this::show);
    }

    private Response show(Visit visit) {
        Picture picture = previews.picture(visit.path("name")).orElseThrow(WebProblems.NOT_FOUND::refuse);
        return visit.answer(Response.bytes(200, picture.mediaType(), picture.bytes())
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("Access-Control-Allow-Origin", "*"));
    }
}
