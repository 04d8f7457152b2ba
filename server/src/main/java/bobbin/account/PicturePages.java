package bobbin.account;

import bobbin.http.Response;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;

/** Profile pictures on the media host (07 §7.6.5): for anybody, for ever. A new picture has a new address. */
public final class PicturePages implements WebPart {
    private final Pictures pictures;

    public PicturePages(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/p/{name}", this::show);
    }

    private Response show(Visit visit) {
        Picture picture = pictures.find(visit.path("name")).orElseThrow(WebProblems.NOT_FOUND::refuse);
        return visit.answer(Response.bytes(200, picture.mediaType(), picture.bytes())
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("Access-Control-Allow-Origin", "*"));
    }
}
