package bobbin.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, shown in the browser's tab
 * @param head more for the head of the page
 * @param here the path of the page, by which the menu marks where one is
 * @param formToken for the button that signs out; empty when nobody is signed in
 * @param scripts paths of those that the page runs
 */
public record Frame(
        String title,
        Content head,
        String here,
        Optional<Person> person,
        List<Notice> notices,
        String formToken,
        String stylesheet,
        List<String> scripts,
        String icon) {

    /** Whether the menu's place is this page, or one below it. */
    public boolean isAt(String place) {
        return here.equals(place) || here.startsWith(place + "/");
    }
}
