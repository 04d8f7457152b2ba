package bobbin.video;

/** The two kinds of file that may be published (04 §7.2). */
public enum Container {
    MP4,
    MOV
}
