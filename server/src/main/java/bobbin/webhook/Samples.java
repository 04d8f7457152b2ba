package bobbin.webhook;

import bobbin.webhook.Manner.DeleteTarget;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a test sends: one of each field, with invented ids (12 §12.9). */
final class Samples {
    private static final String PERSON = "2700000000000001";
    private static final String POST = "3843852136068678657";
    private static final String REPLY = "3849152285095495686";

    private Samples() {}

    static String target(Field field, Manner manner) {
        boolean media = field == Field.REPLIES || (field == Field.DELETE && manner.deletion() == DeleteTarget.MEDIA);
        return media ? POST : PERSON;
    }

    static Map<String, Object> of(Field field, String now) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (field) {
            case REPLIES -> {
                put(values, "id", REPLY, "username", "oli.brews", "text", "A test reply", "media_type", "TEXT_POST");
                put(values, "permalink", "https://www.threads.example/@oli.brews/post/DVq75wPgAgG");
                values.put("replied_to", Map.of("id", POST));
                Map<String, Object> root = new LinkedHashMap<>();
                put(root, "id", POST, "owner_id", PERSON, "username", "mara.builds");
                values.put("root_post", root);
                put(values, "shortcode", "DVq75wPgAgG", "timestamp", now);
                values.put("is_verified", false);
                put(values, "profile_picture_url", "https://media.threads.example/p/oli.jpg");
            }
            case DELETE -> {
                put(values, "id", POST);
                values.put("owner", Map.of("owner_id", PERSON));
                put(values, "deleted_at", now, "timestamp", now, "username", "mara.builds");
            }
            case MENTIONS -> {
                put(values, "id", REPLY);
                values.put("is_quote_post", false);
                values.put("is_verified", false);
                put(values, "media_product_type", "THREADS", "media_type", "TEXT_POST");
                put(values, "permalink", "https://www.threads.example/@oli.brews/post/DVq75wPgAgG");
                put(values, "profile_picture_url", "https://media.threads.example/p/oli.jpg");
                put(values, "shortcode", "DVq75wPgAgG", "text", "A test by @mara.builds", "timestamp", now);
                put(values, "username", "oli.brews");
            }
            case PUBLISH -> {
                put(values, "id", POST, "media_type", "TEXT_POST");
                put(values, "permalink", "https://www.threads.example/@mara.builds/post/DVYHxrBgABB");
                put(values, "timestamp", now, "username", "mara.builds");
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
    }
}
