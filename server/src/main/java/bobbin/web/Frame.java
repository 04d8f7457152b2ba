package bobbin.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, shown in the browser's tab
 * @param here the path of the page, by which the menu marks where one is
 * @param formToken for the button that signs out; empty when nobody is signed in
 */
public record Frame(
        String title,
        String here,
        Optional<Person> person,
        List<Notice> notices,
        String formToken,
        String stylesheet,
        String icon) {}
