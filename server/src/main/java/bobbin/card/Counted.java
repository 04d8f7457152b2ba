package bobbin.card;

import bobbin.base.Id;

/** How a page has looks and clicks counted (15 §15.11). Those who count know how; a card only carries it. */
public interface Counted {

    /** Nothing is counted, and links lead where they lead. */
    Counted NONE = new Counted() {
        @Override
        public String token(Id post, boolean quoted) {
            return "";
        }

        @Override
        public String link(Id post, String url) {
            return url;
        }
    };

    /**
     * What the element of a post carries so that looking at it counts; empty if it does not.
     *
     * @param quoted whether it is shown within a post that quotes it
     */
    String token(Id post, boolean quoted);

    /** Where a link of a post leads, by way of being counted. */
    String link(Id post, String url);
}
