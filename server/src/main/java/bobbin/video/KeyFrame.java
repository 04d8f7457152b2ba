package bobbin.video;

/** Where in the file a picture lies that can be shown without any other. */
record KeyFrame(long offset, long bytes) {
    KeyFrame within(Source source) {
        if (offset < 0 || offset > source.size() - bytes) {
            throw VideoUnusable.because("a key frame lies behind the end of the file");
        }
        return this;
    }
}
