package bobbin.web;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.http.Parameters;
import bobbin.http.Request;
import bobbin.http.Response;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * One call for a page: who looks, what they sent, and the answers a page can give. Lives for one call and belongs to one thread.
 */
public final class Visit {
    private static final String SESSION = "session";
    private static final String VISITOR = "visitor";
    private static final String NOTICE = "notice";
    /** The longest that browsers keep a cookie; how long a session lives is the doorman's business. */
    private static final Duration LONG = Duration.ofDays(400);

    private static final Content NOTHING = _ -> {};

    private static final Duration BRIEF = Duration.ofMinutes(1);

    private final Site site;
    private final Request request;
    private final Map<String, String> values;
    private final PagePolicy policy;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private Optional<Person> person = Optional.empty();
    private boolean isPersonKnown;
    private int status = 200;
    private Optional<Duration> retryAfter = Optional.empty();

    Visit(Site site, Request request, Map<String, String> values) {
        this.site = site;
        this.request = request;
        this.values = values;
        this.policy = new PagePolicy(site.urls().media(request));
    }

    public Request request() {
        return request;
    }

    /** Who looks at the page; empty if nobody is signed in. */
    public Optional<Person> person() {
        if (!isPersonKnown) {
            person = cookie(SESSION).flatMap(site.doorman()::who);
            isPersonKnown = true;
            person.ifPresent(known -> MDC.put("user", known.account().toString()));
        }
        return person;
    }

    /** Who looks at the page. A stranger is sent to sign in and comes back afterwards. */
    public Person signedIn() {
        return person().orElseThrow(SignInNeeded::new);
    }

    /** What a name in the pattern stands for. */
    public String path(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The pattern has no {" + name + "}");
        }
        return value;
    }

    public Parameters query() {
        return request.query();
    }

    /** The same of a link that anybody may have written: what is broken is left out. */
    public Parameters legibleQuery() {
        return Parameters.parseLegible(request.rawQuery());
    }

    /** What the form sent. Its token has been verified. */
    public Parameters form() {
        return request.form();
    }

    /** What the form sent under this name; empty text if nothing. */
    public String form(String name) {
        return form().get(name).orElse("");
    }

    /** Where the person wanted to go: the parameter {@code next} if it is a place on this site, else the start page. */
    public LocalPath next() {
        return form().get("next")
                .or(() -> query().get("next"))
                .flatMap(LocalPath::parse)
                .orElse(LocalPath.START);
    }

    /** The value of the hidden input {@code form_token}, which every form needs. */
    public String formToken() {
        return site.formToken().write(secret().orElseGet(this::newVisitor));
    }

    /** What only this browser and we know of somebody who has not signed in; empty if it carries nothing of ours. */
    public Optional<String> visitor() {
        return person().isPresent() ? Optional.empty() : secret();
    }

    /** Gives a browser something by which we know it again, if it has nothing of ours. */
    public Visit remember() {
        if (secret().isEmpty()) {
            newVisitor();
        }
        return this;
    }

    /** Lets the page run a script of ours, named as its file. */
    public Visit withScript(String name) {
        scripts.add(asset(name));
        policy.allowScripts();
        return this;
    }

    /** Keeps the token of a new session in the browser: the person is signed in from the next page on. */
    public Visit enter(String sessionToken) {
        cookies.put(SESSION, new Cookie(SESSION, sessionToken, LONG));
        cookies.put(VISITOR, Cookie.gone(VISITOR));
        return this;
    }

    /** Forgets the session in the browser. Ending the session itself is up to the caller. */
    public Visit leave() {
        cookies.put(SESSION, Cookie.gone(SESSION));
        return this;
    }

    /** Says something at the top of the page that follows a redirect. */
    public Visit tell(String text) {
        cookies.put(NOTICE, new Cookie(NOTICE, site.seal().close(NOTICE, text), BRIEF));
        return this;
    }

    /** Says at the top of this page what was wrong, and answers with the status of the problem. */
    public Visit complain(Refusal refusal) {
        Problem problem = refusal.problem();
        notices.add(new Notice(Notice.Kind.PROBLEM, problem.userMessage().orElse(problem.message())));
        return refused(refusal);
    }

    /** Lets the forms of this page end at a client, and wherever that sends people on: browsers stop redirects elsewhere. */
    public Visit formsMayLeadAway() {
        policy.allowFormsToLeave();
        return this;
    }

    /** Lets this page show a picture of another host: browsers load no others. */
    public Visit showsImageOf(URI source) {
        policy.allowImages(source);
        return this;
    }

    /** The answer: a page with its frame. */
    public Response page(String title, Content body) {
        return page(title, NOTHING, body);
    }

    /** The same with more in its head, for those who preview it or look for its other forms. */
    public Response page(String title, Content head, Content body) {
        return finish(Response.html(status, site.frame(frame(title, head), body)));
    }

    /** The answer: a whole document without our frame, which other sites may frame, and which knows nobody (13 §13.4). */
    public Response framed(Content document) {
        policy.allowFrames();
        StringOutput out = new StringOutput();
        document.writeTo(out);
        return finish(Response.html(status, out.toString()));
    }

    /** The path of a file that pages need: {@code bobbin.css}, {@code bobbin.svg}, {@code frame.js} or {@code seen.js}. */
    public String asset(String name) {
        return site.asset(name);
    }

    /** The answer: go to this place on the site and ask there ({@code 303}). */
    public Response redirect(LocalPath place) {
        return finish(Response.redirect(place.text()));
    }

    /** The same for a path that we wrote ourselves. */
    public Response redirect(String path) {
        return redirect(new LocalPath(path));
    }

    /** The answer: leave the site ({@code 302}). The caller answers for the address. */
    public Response away(String url) {
        return finish(Response.redirect(302, url));
    }

    /** Any other answer, such as JSON for a program, with the cookies and headers of a page. */
    public Response answer(Response response) {
        return finish(response);
    }

    /** Whether the form came from our page in this browser. */
    boolean isFormTrue() {
        String token = form(FormToken.NAME);
        return secret().filter(secret -> site.formToken().verify(secret, token)).isPresent();
    }

    /** The same without asking who looks, for pages that tell that the data cannot be reached. */
    Visit asStranger() {
        person = Optional.empty();
        isPersonKnown = true;
        return this;
    }

    /** The same with the status and the waiting time of a refusal, whose words the page itself says. */
    Visit refused(Refusal refusal) {
        status = refusal.problem().status();
        retryAfter = refusal.retryAfter();
        return this;
    }

    private Frame frame(String title, Content head) {
        List<Notice> all = new ArrayList<>(notices);
        cookie(NOTICE).flatMap(value -> site.seal().open(NOTICE, value)).ifPresent(text -> {
            all.addFirst(new Notice(Notice.Kind.DONE, text));
            cookies.put(NOTICE, Cookie.gone(NOTICE));
        });
        String token = person().isPresent() ? formToken() : "";
        return new Frame(
                title, head, request.path(), person(), all, token, asset("bobbin.css"), scripts, asset("bobbin.svg"));
    }

    private Response finish(Response response) {
        Response answer = policy.apply(response);
        for (Cookie cookie : cookies.values()) {
            answer = answer.and("Set-Cookie", cookie.header(request.secure()));
        }
        return retryAfter.isPresent() ? answer.with("Retry-After", seconds(retryAfter.get())) : answer;
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** What only this browser and we know; empty before the first form. */
    private Optional<String> secret() {
        return person().isPresent()
                ? cookie(SESSION)
                : cookie(VISITOR)
                        .filter(value -> site.seal().open(VISITOR, value).isPresent());
    }

    private String newVisitor() {
        Cookie made = cookies.computeIfAbsent(
                VISITOR, name -> new Cookie(name, site.seal().close(VISITOR, site.newSecret()), Duration.ofDays(1)));
        return made.value();
    }

    private Optional<String> cookie(String name) {
        return request.cookie(Cookie.name(name, request.secure())).map(Cookie::unquoted);
    }
}
