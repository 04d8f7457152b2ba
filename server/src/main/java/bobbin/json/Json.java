package bobbin.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.base.Characters;
import bobbin.base.Id;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Reads and writes JSON. What is read may be 32 levels deep and 16 MiB long, a number in it 100 digits; what no text may hold is left out
 * ({@link Characters}). What is written keeps the order of
 * its members, leaves slashes alone and has everything outside ASCII as UTF-8 (01 §9); half a character, which no text from outside has,
 * as an escape.
 */
public final class Json {
    private static final char LAST_VISIBLE = 0x7e;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 16 << 20;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxStringLength(LONGEST_TEXT)
            .maxDocumentLength(LONGEST_TEXT)
            .build();

    private static final JsonFactory STRICT =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();

    private static final JsonFactory SMALL_LETTERS =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private static final JsonFactory LENIENT = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private Json() {}

    /** Reads a document as the standard wants it; refuses anything else with {@link Unreadable}. */
    public static Node parse(byte[] utf8) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), utf8)) {
            return document(parser);
        } catch (JacksonException _) {
            throw unreadable();
        }
    }

    /** The same. */
    public static Node parse(String text) {
        return parse(text.getBytes(UTF_8));
    }

    /**
     * Reads the value of a parameter or the body of a call: single quotes, names without quotes and a comma too many are accepted (01 §4).
     */
    public static Node parseLoosely(String text) {
        try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        } catch (JacksonException _) {
            throw unreadable();
        }
    }

    /**
     * Writes null, strings, numbers, booleans, ids (as strings, 01 §6), maps, lists and nodes. Refuses everything else: whoever shows
     * something decides how.
     */
    public static byte[] bytes(@Nullable Object value) {
        return bytes(STRICT, value);
    }

    private static byte[] bytes(JsonFactory way, @Nullable Object value) {
        var out = new ByteArrayOutputStream(1024);
        try (JsonGenerator to = way.createGenerator(ObjectWriteContext.empty(), out)) {
            write(value, to);
        }
        return out.toByteArray();
    }

    /** The same as text of visible ASCII alone: every other unit of UTF-16 is an escape in small letters, as signatures need it (12 §12.6). */
    public static String ascii(@Nullable Object value) {
        String text = new String(bytes(SMALL_LETTERS, value), UTF_8);
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_VISIBLE) {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                ascii.append(c);
            }
        }
        return ascii.toString();
    }

    /** The same as text. */
    public static String text(@Nullable Object value) {
        return new String(bytes(value), UTF_8);
    }

    private static Node document(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw unreadable();
        }
        Node read = node(parser);
        if (parser.nextToken() != null) {
            throw unreadable();
        }
        return read;
    }

    private static Node node(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> sequence(parser);
            case VALUE_STRING -> new Node.Text(Characters.whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Numeral(parser.getString());
            case VALUE_TRUE -> new Node.Flag(true);
            case VALUE_FALSE -> new Node.Flag(false);
            case VALUE_NULL -> new Node.Null();
            case null, default -> throw unreadable();
        };
    }

    private static Node members(JsonParser parser) {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Characters.whole(parser.currentName());
            parser.nextToken();
            members.put(name, node(parser));
        }
        return new Node.Members(Collections.unmodifiableMap(members));
    }

    private static Node sequence(JsonParser parser) {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(parser));
        }
        return new Node.Sequence(elements);
    }

    private static void write(@Nullable Object value, JsonGenerator to) {
        switch (value) {
            case null -> to.writeNull();
            case CharSequence text -> to.writeString(text.toString());
            case Id id -> to.writeString(id.toString());
            case Boolean flag -> to.writeBoolean(flag);
            case Number number -> writeNumber(number, to);
            case Map<?, ?> map -> writeMap(map, to);
            case Iterable<?> list -> {
                to.writeStartArray();
                list.forEach(element -> write(element, to));
                to.writeEndArray();
            }
            case Node node -> writeNode(node, to);
            default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private static void writeNumber(Number number, JsonGenerator to) {
        switch (number) {
            case Long whole -> to.writeNumber(whole);
            case Integer whole -> to.writeNumber(whole);
            case Double fraction when Double.isFinite(fraction) -> to.writeNumber(fraction);
            case BigDecimal exact -> to.writeNumber(exact);
            case BigInteger exact -> to.writeNumber(exact);
            default -> throw new IllegalArgumentException("No JSON for the number " + number);
        }
    }

    private static void writeMap(Map<?, ?> map, JsonGenerator to) {
        to.writeStartObject();
        map.forEach((name, value) -> {
            to.writeName(String.valueOf(name));
            write(value, to);
        });
        to.writeEndObject();
    }

    private static void writeNode(Node node, JsonGenerator to) {
        switch (node) {
            case Node.Null() -> to.writeNull();
            case Node.Text(String value) -> to.writeString(value);
            case Node.Numeral(String literal) -> to.writeNumber(literal);
            case Node.Flag(boolean value) -> to.writeBoolean(value);
            case Node.Sequence(var elements) -> write(elements, to);
            case Node.Members(var members) -> writeMap(members, to);
        }
    }

    private static Unreadable unreadable() {
        return new Unreadable("This is no JSON that can be read.");
    }
}
