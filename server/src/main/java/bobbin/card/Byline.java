package bobbin.card;

/**
 * Who wrote a post.
 *
 * @param username without {@code @}
 * @param picture the address of the profile picture
 */
public record Byline(String username, String name, String picture, boolean verified) {
    /** The profile. */
    public String path() {
        return "/@" + username;
    }
}
