package bobbin.media;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.graph.WireTime;
import bobbin.http.PublicUrls;
import bobbin.media.Uploads.Uploaded;
import bobbin.video.VideoRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uploading, an extension of the API: {@code POST /{user}/uploads} with a file, for those who have no server of their own to put it on. */
public final class MediaGraph implements GraphPart {
    private static final String FILE = Media.Kind.UPLOAD.parameter();

    /** What a form may have around a file. */
    private static final long AROUND = 1 << 20;

    private final Uploads uploads;
    private final PublicUrls urls;

    public MediaGraph(Uploads uploads, PublicUrls urls) {
        this.uploads = uploads;
        this.urls = urls;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.ACCOUNT)
                .take("uploads", needs(BASIC, CONTENT_PUBLISH), VideoRules.LARGEST + AROUND, this::upload);
    }

    private Object upload(Call call) {
        // Not closed: that would read whatever is left of it, however long.
        InputStream file = call.request().open(FILE).orElseThrow(() -> MediaProblems.REQUIRED.refuse(FILE));
        try {
            Uploaded uploaded = uploads.take(call.self(), file);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("url", urls.media(call.request()) + uploaded.path());
            answer.put("media_type", uploaded.mediaType());
            answer.put("bytes", uploaded.bytes());
            answer.put("expiration_timestamp", WireTime.of(uploaded.expiresAt()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept", e);
        }
    }
}
