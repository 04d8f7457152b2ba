package bobbin.media;

import bobbin.base.DataDirectory;
import bobbin.base.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How images and videos are fetched and kept.
 *
 * @param imageWait how long a call waits for an image; then it goes on in the background (04 §7.3)
 * @param imageTime for fetching an image in the background
 * @param videoTime for fetching a video
 * @param atOnce how many are fetched in the background at a time
 * @param unpublished bytes that one account may have waiting to be published
 */
public record MediaSettings(
        Place place, Duration imageWait, Duration imageTime, Duration videoTime, int atOnce, long unpublished) {
    private static final Setting<Store> STORE = Setting.of(
            "media.store",
            Store.class,
            Store.LOCAL,
            "Where images and videos are kept: in a folder, or in an object store.");
    private static final Setting<Path> FOLDER = Setting.of(
            "media.directory",
            Path.class,
            Path.of(""),
            "The folder for images and videos, and for those on their way in; empty: media in the data directory.");
    private static final Setting<URI> S3_ENDPOINT = Setting.of(
            "media.s3.endpoint",
            URI.class,
            URI.create(""),
            "The address of the object store, such as https://minio.example:9000; empty: that of AWS for the region.");
    private static final Setting<String> S3_REGION =
            Setting.of("media.s3.region", String.class, "us-east-1", "The region of the object store.");
    private static final Setting<String> S3_BUCKET =
            Setting.of("media.s3.bucket", String.class, "", "The bucket for images and videos.");
    private static final Setting<String> S3_PREFIX = Setting.of(
            "media.s3.prefix", String.class, "", "What the names of all objects begin with, such as bobbin/.");
    private static final Setting<String> S3_ACCESS_KEY =
            Setting.secret("media.s3.access_key", "The id of the key to the object store.");
    private static final Setting<String> S3_SECRET_KEY =
            Setting.secret("media.s3.secret_key", "The key to the object store.");
    private static final Setting<Boolean> S3_PATH_STYLE = Setting.of(
            "media.s3.path_style",
            Boolean.class,
            true,
            "Whether the bucket stands in the path of addresses, as most stores want it, and not in the host.");
    private static final Setting<Duration> IMAGE_WAIT = Setting.of(
            "media.image_wait",
            Duration.class,
            Duration.ofSeconds(8),
            "How long a call waits until an image is fetched, PT0.1S to PT60S; then the container is IN_PROGRESS.");
    private static final Setting<Duration> IMAGE_TIME = Setting.of(
            "media.image_timeout",
            Duration.class,
            Duration.ofMinutes(1),
            "How long fetching an image in the background may take, PT1S to PT1H; a minute less than work.hold.");
    private static final Setting<Duration> VIDEO_TIME = Setting.of(
            "media.video_timeout",
            Duration.class,
            Duration.ofMinutes(4),
            "How long fetching a video may take, PT1S to PT1H; a minute less than work.hold.");
    private static final Setting<Integer> AT_ONCE = Setting.of(
            "media.at_once",
            Integer.class,
            8,
            "How many videos are fetched and checked at a time, 1 to 1000; less than work.parallel, so that other jobs have room.");
    private static final Setting<Integer> UNPUBLISHED = Setting.of(
            "media.unpublished_limit",
            Integer.class,
            10_240,
            "How many MiB of images and videos of one account may wait to be published, 1 to 1048576.");

    public static final List<Setting<?>> ALL = List.of(
            STORE,
            FOLDER,
            S3_ENDPOINT,
            S3_REGION,
            S3_BUCKET,
            S3_PREFIX,
            S3_ACCESS_KEY,
            S3_SECRET_KEY,
            S3_PATH_STYLE,
            IMAGE_WAIT,
            IMAGE_TIME,
            VIDEO_TIME,
            AT_ONCE,
            UNPUBLISHED);

    private static final int MOST_AT_ONCE = 1000;
    private static final long MEBIBYTE = 1 << 20;

    /** In what files are kept. */
    public enum Store {
        LOCAL,
        S3
    }

    /**
     * Where files are kept.
     *
     * @param folder for those that are kept here, and those on their way in
     */
    public record Place(Store store, Path folder, S3 s3) {
        public Place {
            if (store == Store.S3 && s3.bucket().isEmpty()) {
                throw new IllegalArgumentException("media.store=s3 needs media.s3.bucket");
            }
            if (store == Store.S3 && (s3.accessKey().isEmpty() || s3.secretKey().isEmpty())) {
                throw new IllegalArgumentException("media.store=s3 needs media.s3.access_key and media.s3.secret_key");
            }
        }
    }

    /**
     * An object store that speaks S3.
     *
     * @param endpoint empty for that of AWS
     * @param pathStyle whether the bucket stands in the path
     */
    public record S3(
            URI endpoint,
            String region,
            String bucket,
            String prefix,
            String accessKey,
            String secretKey,
            boolean pathStyle) {
        /** Without the keys. */
        @Override
        public String toString() {
            return "S3[" + endpoint + " " + bucket + "]";
        }
    }

    public MediaSettings {
        check(IMAGE_WAIT, imageWait, Duration.ofMillis(100), Duration.ofMinutes(1));
        check(IMAGE_TIME, imageTime, Duration.ofSeconds(1), Duration.ofHours(1));
        check(VIDEO_TIME, videoTime, Duration.ofSeconds(1), Duration.ofHours(1));
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("media.at_once is 1 to %d, not %d".formatted(MOST_AT_ONCE, atOnce));
        }
        if (unpublished < MEBIBYTE || unpublished > MEBIBYTE * MEBIBYTE) {
            throw new IllegalArgumentException("media.unpublished_limit is 1 to 1048576 MiB");
        }
    }

    public static MediaSettings from(Setting.Values values) {
        Path folder = values.get(FOLDER);
        Path chosen =
                folder.toString().isEmpty() ? values.get(DataDirectory.SETTING).resolve("media") : folder;
        return new MediaSettings(
                new Place(values.get(STORE), chosen, s3(values)),
                values.get(IMAGE_WAIT),
                values.get(IMAGE_TIME),
                values.get(VIDEO_TIME),
                values.get(AT_ONCE),
                values.get(UNPUBLISHED) * MEBIBYTE);
    }

    private static S3 s3(Setting.Values values) {
        return new S3(
                values.get(S3_ENDPOINT),
                values.get(S3_REGION),
                values.get(S3_BUCKET),
                values.get(S3_PREFIX),
                values.get(S3_ACCESS_KEY),
                values.get(S3_SECRET_KEY),
                values.get(S3_PATH_STYLE));
    }

    private static void check(Setting<?> setting, Duration value, Duration low, Duration high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException(setting.key() + " is " + low + " to " + high + ", not " + value);
        }
    }
}
