package org.guesscheck.gnc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/** Reading and printing JSON. A number that is not finite is printed as null; the reader accepts it so that an error can name it. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Reads a file that holds one JSON object. */
    public static ObjectNode read(Path file) {
        String text = InputText.read(file);
        try {
            return parse(text, file.toString());
        } catch (OutOfMemoryError e) {
            throw InputText.tooLarge(file);
        }
    }

    /** Reads a file that holds a JSON array of objects. */
    public static List<ObjectNode> readAll(Path file) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode node : tree(InputText.read(file), file.toString())) {
            if (!(node instanceof ObjectNode object)) {
                throw new InputException(file + ": an array of JSON objects is needed");
            }
            objects.add(object);
        }
        return objects;
    }

    /** Reads a text that is one JSON object; the name of its file is for errors. */
    public static ObjectNode parse(String text, String file) {
        if (tree(InputText.withoutMark(text), file) instanceof ObjectNode object) {
            return object;
        }
        throw new InputException(file + ": one JSON object is needed");
    }

    private static JsonNode tree(String text, String file) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new InputException(file + ": not valid JSON" + where + ": " + words(e.getOriginalMessage()));
        }
    }

    /** Jackson's message without its settings and its places in a source, which mean nothing to the user of this program. */
    private static String words(String message) {
        return message.replaceAll("(?s)\\s*\\(start marker at .*", "")
                .replaceAll("(?s) \\(bound as .*", "")
                .replaceAll(", from `[^`]*`", "")
                .replaceAll("(?s)\\R.*", "");
    }

    /** The text of a node, indented. */
    public static String print(JsonNode node) {
        return text(node, MAPPER.writer());
    }

    /** Prints an object that is too large for a node piece by piece, as {@link #print} prints; closing it leaves the writer open. */
    static JsonGenerator generator(Writer to) throws IOException {
        return MAPPER.writer().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** The text of a node on one line. */
    public static String line(JsonNode node) {
        return text(node, MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT));
    }

    private static String text(JsonNode node, ObjectWriter writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new FiniteGenerator(writer.createGenerator(text))) {
            writer.writeValue(generator, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Texts, numbers, truth values and lists of them by name, as an object in the same order. */
    public static ObjectNode object(Map<String, ?> values) {
        return MAPPER.valueToTree(values);
    }

    /** Puts a number, or null where it is not finite. */
    public static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    /** Adds a number, or null where it is not finite. */
    public static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.addNull();
        }
    }

    /** Numbers as an array. */
    public static ArrayNode array(double... values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    /** Numbers as an array, with the digits that single precision has. */
    public static ArrayNode array(float... values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (float value : values) {
            array.add(value);
        }
        return array;
    }
}
