package bobbin.media;

import static bobbin.base.Problem.api;
import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with images and videos when a call is answered (04 §7.4, 06 §4.1). */
final class MediaProblems {
    static final Problem REQUIRED = api(100, "The parameter %s is required");
    static final Problem NOT_A_URI = api(100, "Param %s is not a valid URI.");
    static final Problem NOT_FETCHED = platform(1, "An unknown error occurred")
            .withSubcode(2207052)
            .explained("Media download has failed.", "The media could not be fetched from this URI: %s");
    static final Problem IMAGE_TOO_LARGE = platform(36000, "The image size is too large.")
            .withSubcode(2207004)
            .explained("Image Size Too Large", "An image has at most 8 MB and 50 million pixels.");
    static final Problem IMAGE_FORMAT = platform(36001, "The image format is not supported.")
            .withSubcode(2207005)
            .explained("Unsupported Image Format", "An image is a whole JPEG or PNG file.");
    static final Problem IMAGE_RATIO = platform(36003, "The aspect ratio is not supported.")
            .withSubcode(2207009)
            .explained(
                    "Invalid Aspect Ratio", "The long side of an image is at most ten times as long as the short one.");

    // Uploads, which are an extension of ours
    static final Problem UPLOAD_FORMAT = platform(36001, "The file format is not supported.")
            .withSubcode(2207005)
            .explained("Unsupported Format", "A file is a JPEG or PNG image, or an MP4 or MOV video.");
    static final Problem UPLOAD_TOO_LARGE = platform(36000, "The file is too large.")
            .withSubcode(2207004)
            .explained("File Too Large", "An image has at most 8 MB, a video at most 1 GB.");
    static final Problem TOO_MUCH_UNPUBLISHED = platform(4, "Application request limit reached")
            .about(Concern.RATE_LIMIT)
            .explained("Too Much Unpublished", "At most %s MiB of an account may wait to be published.")
            .whichPasses();

    private MediaProblems() {}
}
