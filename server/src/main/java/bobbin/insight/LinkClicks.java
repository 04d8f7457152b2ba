package bobbin.insight;

/** How often a link was followed. */
record LinkClicks(String url, long clicks) {}
