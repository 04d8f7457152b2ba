package bobbin.video;

import java.util.Set;

/**
 * How a file is laid out at the top.
 *
 * @param brand empty if it does not say
 * @param moov the index
 * @param indexInFront whether it comes before the samples
 */
record Layout(Container container, String brand, Box moov, boolean indexInFront) {
    private static final String QUICKTIME = "qt  ";
    /** With what a file may begin; the last ones only in old QuickTime files, which do not name their brand. */
    private static final Set<String> BEGINNINGS =
            Set.of("ftyp", "styp", "moov", "mdat", "wide", "free", "skip", "pnot");

    static Layout scan(Source source) {
        String brand = "";
        boolean named = false;
        boolean samplesSeen = false;
        boolean indexInFront = false;
        Box moov = null;
        if (source.size() < 8 || !BEGINNINGS.contains(source.letters(4))) {
            throw VideoUnusable.because("this is no MP4 or MOV");
        }
        for (Box box : top(source)) {
            switch (box.type()) {
                case "ftyp" -> {
                    brand = named ? brand : source.letters(box.atLeast(4).body());
                    named = true;
                }
                case "moov" -> {
                    indexInFront = moov == null ? !samplesSeen : indexInFront;
                    moov = moov == null ? box : moov;
                }
                case "mdat" -> samplesSeen = true;
                default -> {}
            }
        }
        if (moov == null) {
            throw VideoUnusable.because("there is no moov");
        }
        Container container = !named || brand.equals(QUICKTIME) ? Container.MOV : Container.MP4;
        return new Layout(container, brand, moov, indexInFront);
    }

    /** All boxes that lie in no other. */
    static Iterable<Box> top(Source source) {
        return source.boxes(0, source.size());
    }
}
