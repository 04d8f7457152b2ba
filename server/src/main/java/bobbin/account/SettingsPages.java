package bobbin.account;

import bobbin.base.Refusal;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.http.Upload;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/** What people say and show of themselves (15 §15.18): profile and private details. */
public final class SettingsPages implements WebPart {
    private final Accounts accounts;
    private final Pictures pictures;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    /** What somebody tells of themselves, as a form has it: nothing of it need be right, and what is empty was not said. */
    public record About(
            String birthDate, String gender, String country, String city, String language, String timeZone) {
        static About of(Details details) {
            return new About(
                    details.birthDate().map(LocalDate::toString).orElse(""),
                    details.gender().name(),
                    details.country().orElse(""),
                    details.city().orElse(""),
                    details.language(),
                    details.timeZone().getId());
        }

        Details details() {
            return Details.read(birthDate, gender, country, city, language, timeZone);
        }
    }

    public SettingsPages(Accounts accounts, Pictures pictures, PublicUrls urls) {
        this.accounts = accounts;
        this.pictures = pictures;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/settings", this::profile)
                .post("/settings/profile", this::saveProfile)
                .post("/settings/username", this::rename)
                .post("/settings/picture", this::savePicture)
                .post("/settings/picture/remove", this::removePicture)
                .get("/settings/about", this::about)
                .post("/settings/about", this::saveAbout);
    }

    private Response profile(Visit visit) {
        Profile kept = account(visit).profile();
        return profile(visit, kept.name(), kept.biography());
    }

    private Response profile(Visit visit, String name, String biography) {
        Account account = account(visit);
        String picture = urls.media(visit.request()) + Pictures.path(account);
        return visit.page(
                "Profile", templates.accountSettings(visit, account, picture, name, biography, accounts.daysOfHold()));
    }

    private Response saveProfile(Visit visit) {
        String name = visit.form("name");
        String biography = visit.form("biography");
        return save(
                visit,
                "/settings",
                refused -> profile(refused, name, biography),
                person -> accounts.editProfile(person.account(), new Profile(name, biography)));
    }

    private Response rename(Visit visit) {
        return save(
                visit,
                "/settings",
                this::profile,
                person -> accounts.rename(person.account(), new Username(visit.form("username"))));
    }

    private Response savePicture(Visit visit) {
        return save(
                visit,
                "/settings",
                this::profile,
                person -> pictures.put(
                        person.account(),
                        visit.request()
                                .file("picture")
                                .map(Upload::content)
                                .orElseThrow(AccountProblems.PICTURE_KIND::refuse)));
    }

    private Response removePicture(Visit visit) {
        return save(visit, "/settings", this::profile, person -> pictures.remove(person.account()));
    }

    private Response about(Visit visit) {
        return about(visit, About.of(account(visit).details()));
    }

    private Response about(Visit visit, About said) {
        return visit.page("About you", templates.accountAbout(visit, said, Choices.all()));
    }

    private Response saveAbout(Visit visit) {
        About said = new About(
                visit.form("birth_date"),
                visit.form("gender"),
                visit.form("country"),
                visit.form("city"),
                visit.form("language"),
                visit.form("time_zone"));
        return save(
                visit,
                "/settings/about",
                refused -> about(refused, said),
                person -> accounts.editDetails(person.account(), said.details()));
    }

    /** Does what the form asks for and goes back to the page; or shows the page with what was wrong. */
    static Response save(Visit visit, String page, Function<Visit, Response> show, Consumer<Person> deed) {
        Person person = visit.signedIn();
        try {
            deed.accept(person);
            return visit.tell("Saved.").redirect(page);
        } catch (Refusal refusal) {
            return show.apply(visit.complain(refusal));
        }
    }

    private Account account(Visit visit) {
        return accounts.get(visit.signedIn().account());
    }
}
