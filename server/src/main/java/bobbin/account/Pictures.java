package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.image.Format;
import bobbin.image.Image;
import bobbin.image.ImageRules;
import bobbin.image.Images;
import bobbin.image.Shape;
import bobbin.image.UnusableImage;
import bobbin.sql.Database;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Profile pictures. Each has a file name that nobody can guess and that never means another picture, so that it can be kept for ever;
 * the name says nothing about the account but its slot. Who has none gets one of a few that we draw.
 */
public final class Pictures {
    private static final Pattern OWN = Pattern.compile("([0-9a-f]{3})[A-Za-z0-9_-]{22}\\.(jpg|png)");
    private static final Pattern STANDARD = Pattern.compile("default-([0-7])\\.png");
    private static final int RANDOM_BYTES = 16;
    private static final Shape SHAPE = new Shape.Square(512);

    private final Database database;
    private final Images images;
    private final AccountStore accounts = new AccountStore();
    private final PictureStore store = new PictureStore();
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Picture> drawn = new ConcurrentHashMap<>();

    public Pictures(Database database, Images images) {
        this.database = database;
        this.images = images;
    }

    /** The path of an account's picture on the media host, always of one. */
    public static String path(Account account) {
        return "/p/" + account.picture().orElseGet(() -> standard(account));
    }

    /**
     * Takes an uploaded file as the picture of an account: a square out of its middle, at most 512 pixels wide.
     *
     * @param file JPEG or PNG, at most 8 MB and 50 million pixels
     */
    public void put(Id account, byte[] file) {
        Picture picture = make(file);
        String name = name(account, picture);
        database.change(tx -> {
            store.removeAll(tx, account);
            store.insert(tx, account, name, picture);
            accounts.setPicture(tx, account, Optional.of(name));
        });
    }

    /** Goes back to the default picture. */
    public void remove(Id account) {
        database.change(tx -> {
            store.removeAll(tx, account);
            accounts.setPicture(tx, account, Optional.empty());
        });
    }

    /** The picture of this file name; empty if there is none, or none any more. */
    public Optional<Picture> find(String name) {
        Matcher standard = STANDARD.matcher(name);
        if (standard.matches()) {
            return Optional.of(drawn.computeIfAbsent(Integer.valueOf(standard.group(1)), DefaultPicture::draw));
        }
        Matcher own = OWN.matcher(name);
        return own.matches()
                ? database.read(tx -> store.find(tx, Integer.parseInt(own.group(1), 16), name))
                : Optional.empty();
    }

    private Picture make(byte[] file) {
        try {
            Image image = images.make(file, ImageRules.PROFILE, SHAPE);
            return new Picture(image.format().mediaType(), image.bytes());
        } catch (UnusableImage e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(UnusableImage e) {
        return switch (e.fault()) {
            case TOO_LARGE, TOO_MANY_PIXELS -> AccountProblems.PICTURE_SIZE.refuse();
            case NO_IMAGE, FORMAT, DAMAGED, RATIO -> AccountProblems.PICTURE_KIND.refuse();
        };
    }

    private String name(Id account, Picture picture) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "%03x%s.%s"
                .formatted(
                        account.slot(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), ending(picture));
    }

    private static String ending(Picture picture) {
        return picture.mediaType().equals(Format.PNG.mediaType()) ? Format.PNG.ending() : Format.JPEG.ending();
    }

    /** By the account, not by its name, so that renaming does not change it. */
    private static String standard(Account account) {
        return "default-" + account.id().slot() % DefaultPicture.COUNT + ".png";
    }
}
