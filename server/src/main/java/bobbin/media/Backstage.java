package bobbin.media;

/** What happens where callers do not see it: what several verbs of this feature share. */
record Backstage(Workshop workshop, Shelf shelf, Settling settling, Room room) {}
