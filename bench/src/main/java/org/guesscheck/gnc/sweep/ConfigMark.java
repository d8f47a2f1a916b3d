package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.guesscheck.gnc.journal.TextDigest;

/**
 * A digest of the config in a run.json, which tells whether somebody edited it after the sweep. The order of fields, spaces and the way
 * in which equal numbers are written do not count, since other programs change these when they copy a file; title and form of the
 * figure do not count either, since no result depends on them.
 */
final class ConfigMark {
    private static final List<String> WITHOUT_EFFECT = List.of("title", "figure");

    private ConfigMark() {}

    /** The digest of a config as the file has it, of whichever version of the format. */
    static String of(JsonNode config) {
        StringBuilder text = new StringBuilder();
        TreeMap<String, JsonNode> fields = fields(config);
        fields.keySet().removeAll(WITHOUT_EFFECT);
        write(fields, text);
        return TextDigest.of(text.toString());
    }

    private static TreeMap<String, JsonNode> fields(JsonNode object) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        object.fieldNames().forEachRemaining(name -> fields.put(name, object.get(name)));
        return fields;
    }

    private static void write(TreeMap<String, JsonNode> fields, StringBuilder text) {
        text.append('{');
        fields.forEach((name, value) -> {
            text.append(name).append(':');
            write(value, text);
            text.append(',');
        });
        text.append('}');
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            write(fields(value), text);
        } else if (value.isArray()) {
            text.append('[');
            List<JsonNode> items = new ArrayList<>();
            value.forEach(items::add);
            items.forEach(item -> {
                write(item, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isNumber()) {
            text.append(value.decimalValue().stripTrailingZeros());
        } else {
            text.append(value);
        }
    }
}
