package bobbin.lab;

import bobbin.lab.Cast.Demo;
import bobbin.lab.Cast.Member;
import bobbin.lab.Note.Places;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a developer reads when Bobbin has started: who is there, and what to type next. ASCII, for 80 columns where possible. */
public final class Welcome {
    private Welcome() {}

    /**
     * Makes the text.
     *
     * @param note the file in which the same is written for programs
     */
    public static String text(Places places, Cast cast, String note) {
        return where(places, note) + who(cast) + app(cast.app()) + next(places, cast);
    }

    private static String where(Places places, String note) {
        return """
                Bobbin is ready.

                  API         %s
                  Pages       %s
                  Management  %s
                  All this    %s

                """.formatted(places.graph(), places.web(), places.management(), note);
    }

    private static String who(Cast cast) {
        return cast.members().stream()
                .map(Welcome::line)
                .collect(Collectors.joining(
                        "", "People, each with a token for the app Demo (in the file above):\n\n", "\n"));
    }

    private static String line(Member member) {
        return "  %-8s  password %-20s  id %s\n".formatted(member.username(), member.password(), member.userId());
    }

    private static String app(Demo app) {
        return app.redirects().stream()
                .map("  leads to  %s\n"::formatted)
                .collect(Collectors.joining(
                        "",
                        "The app Demo, which belongs to dan:\n\n  id        %s\n  secret    %s\n"
                                .formatted(app.id(), app.secret()),
                        "\n"));
    }

    private static String next(Places places, Cast cast) {
        return """
                Copy this, and then any of the lines below:

                  TOKEN=%s
                  API=%s/v1.0

                Publish in two steps:

                  ID=$(curl -s $API/me/threads -d media_type=TEXT -d text=Hello \\
                    -d access_token=$TOKEN | tr -dc 0-9)
                  curl -s $API/me/threads_publish -d creation_id=$ID \\
                    -d access_token=$TOKEN

                Publish in one step:

                  curl -s $API/me/threads -d media_type=TEXT -d text=Hello \\
                    -d auto_publish_text=true -d access_token=$TOKEN

                Publish an image, a moving picture:

                  ID=$(curl -s $API/me/threads -d media_type=IMAGE \\
                    -d image_url=%s \\
                    -d access_token=$TOKEN | tr -dc 0-9)
                  curl -s $API/me/threads_publish -d creation_id=$ID \\
                    -d access_token=$TOKEN

                  curl -s $API/me/threads -d media_type=TEXT -d text=Look \\
                    -d 'gif_attachment={"gif_id":"%s"}' \\
                    -d auto_publish_text=true -d access_token=$TOKEN

                  (More images, a video and a broken one: "media" in the file above.)

                Read it back:

                  curl -s "$API/me/threads?fields=id,text,timestamp&access_token=$TOKEN"

                Let a person sign in and allow Demo something:

                  %s

                Stop with Ctrl-C. Start anew with --fresh.
                """.formatted(
                        cast.member("ann").token(),
                        places.graph(),
                        Samples.addresses(places.media()).get("image_url"),
                        Samples.GIFS.getFirst(),
                        authorizeUrl(places, cast.app()));
    }

    private static String authorizeUrl(Places places, Demo app) {
        String back = URLEncoder.encode(app.redirects().getFirst(), StandardCharsets.UTF_8);
        return "%s/oauth/authorize?client_id=%s&redirect_uri=%s&scope=threads_basic,threads_content_publish&response_type=code"
                .formatted(places.web(), app.id(), back);
    }
}
