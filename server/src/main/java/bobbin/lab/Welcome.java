package bobbin.lab;

import bobbin.lab.Cast.Member;
import bobbin.lab.Note.Places;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a developer reads when Bobbin has started: who is there, and what to type next. ASCII, for 80 columns where possible. */
public final class Welcome {
    private static final String TEXT = """
            Bobbin is ready.

              API         %s
              Pages       %s
              Management  %s
              Note        %s

            People, each with a token of the app "Demo" in the note:

            %s
            The app "Demo" of dan:

              id      %s
              secret  %s
            %s
            Copy this, then any of the lines below:

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

            Read it back:

              curl -s "$API/me/threads?fields=id,text,timestamp&access_token=$TOKEN"

            Let a person sign in and allow the app something:

              %s

            Stop with Ctrl-C. Start anew with --fresh.
            """;

    private Welcome() {}

    /**
     * Makes the text.
     *
     * @param note where the same is written for programs
     */
    public static String text(Places places, Cast cast, String note) {
        return TEXT.formatted(
                places.graph(),
                places.web(),
                places.management(),
                note,
                cast.members().stream().map(Welcome::line).collect(Collectors.joining()),
                cast.app().id(),
                cast.app().secret(),
                cast.app().redirects().stream()
                        .map("  sends to %s\n"::formatted)
                        .collect(Collectors.joining())
                        .indent(0),
                cast.member("ann").token(),
                places.graph(),
                authorizeUrl(places, cast));
    }

    private static String line(Member member) {
        return "  %-8s  password %-20s  id %s\n".formatted(member.username(), member.password(), member.userId());
    }

    private static String authorizeUrl(Places places, Cast cast) {
        String back = URLEncoder.encode(cast.app().redirects().getFirst(), StandardCharsets.UTF_8);
        return places.web() + "/oauth/authorize?client_id=" + cast.app().id() + "&redirect_uri=" + back
                + "&scope=threads_basic,threads_content_publish&response_type=code";
    }
}
