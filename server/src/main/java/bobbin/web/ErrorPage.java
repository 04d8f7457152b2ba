package bobbin.web;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.http.Malformed;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;

/** Says to a person, in words, why a page cannot be shown. Never more than the problem itself says. */
public final class ErrorPage {
    private ErrorPage() {}

    public static Response show(Visit visit, Refusal refusal) {
        Problem problem = refusal.problem();
        String title = problem.userTitle().orElse("That did not work");
        String words = problem.userMessage().orElse(problem.message());
        return visit.refused(refusal).page(title, new StaticTemplates().webError(title, words));
    }

    static Response show(Visit visit, Malformed malformed) {
        boolean large = malformed.kind() == Malformed.Kind.BODY_TOO_LARGE;
        return show(
                visit,
                large
                        ? WebProblems.TOO_LARGE.refuse()
                        : WebProblems.MALFORMED.refuse(String.valueOf(malformed.getMessage())));
    }
}
