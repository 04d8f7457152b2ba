package bobbin.preview;

import java.util.Optional;

/**
 * What a page says about itself.
 *
 * @param title never blank
 * @param site the name of the site
 * @param picture the path of our copy of its picture on the media host
 */
public record Preview(String title, Optional<String> description, Optional<String> site, Optional<String> picture) {}
