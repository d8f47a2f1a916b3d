package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guesscheck.gnc.text.InputException;

/** The fields of one JSON object, read with errors that name the file, the field and what is allowed. */
public final class Fields {
    /** Characters of a value in an error. */
    private static final int MOST_QUOTED = 60;

    private static final int MOST_ITEMS = 8;

    private final String file;
    private final String prefix;
    private final ObjectNode node;

    /** Checks that the object has no field but the allowed ones. */
    public Fields(String file, String prefix, ObjectNode node, List<String> allowed) {
        this(file, prefix, node);
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw error(
                        name,
                        "unknown field; did you mean " + nearest(name, allowed) + "? Allowed are "
                                + String.join(", ", allowed));
            }
        });
    }

    /** The same object, checked to have no field but the allowed ones. */
    public Fields only(List<String> allowed) {
        return new Fields(file, prefix, node, allowed);
    }

    /** Takes an object with any fields. */
    public Fields(String file, String prefix, ObjectNode node) {
        this.file = file;
        this.prefix = prefix;
        this.node = node;
    }

    /** The error of a field. */
    public InputException error(String name, String fault) {
        return new InputException(file + ": " + prefix + shortened(name) + ": " + fault);
    }

    /** An error whose sentence begins with the field. */
    public InputException error(String sentence) {
        return new InputException(file + ": " + prefix + sentence);
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The object itself. */
    public ObjectNode node() {
        return node;
    }

    /** The names of the fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Any value that must be there, also null. */
    public JsonNode value(String name) {
        if (!node.has(name)) {
            throw error(name, "missing");
        }
        return node.get(name);
    }

    /** Any value that must be there. */
    public JsonNode required(String name) {
        if (!has(name)) {
            throw error(name, "missing");
        }
        return node.get(name);
    }

    /** A whole number, also written 1e8, of at least the given value. */
    public long count(String name, long least) {
        return count(name, required(name), least);
    }

    /** Any whole number of 64 bits, such as a seed. */
    public long whole(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw error(name, shown(value) + "; a whole number of 64 bits is needed");
        }
        return value.longValue();
    }

    /** A whole number that fits an int, of at least the given value. */
    public int integer(String name, int least) {
        return narrow(name, count(name, least));
    }

    /** Whole numbers that fit an int, at least one of them. */
    public List<Integer> integers(String name, int least) {
        List<Integer> values = new ArrayList<>();
        for (JsonNode item : items(name)) {
            values.add(narrow(name, count(name, item, least)));
        }
        return List.copyOf(values);
    }

    /** A finite number, or NaN where the field is null, as one that was not finite is printed; it must be there. */
    public double numberOrNull(String name) {
        return value(name).isNull() ? Double.NaN : number(name);
    }

    /** A finite number. */
    public double number(String name) {
        return number(name, required(name));
    }

    /** Finite numbers, at least one; a lone number is a list of one. */
    public List<Double> numbers(String name) {
        if (required(name).isNumber()) {
            return List.of(number(name));
        }
        List<Double> values = new ArrayList<>();
        for (JsonNode item : items(name)) {
            values.add(number(name, item));
        }
        return List.copyOf(values);
    }

    /** True or false. */
    public boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw error(name, shown(value) + "; true or false is allowed");
        }
        return value.booleanValue();
    }

    /** A text. */
    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw error(name, shown(value) + "; a text is needed");
        }
        return value.textValue();
    }

    /** A time. */
    public Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw error(name, "not a time such as 2025-01-31T12:00:00Z");
        }
    }

    /** A text that is one of a few. */
    public String choice(String name, List<String> allowed) {
        String value = text(name);
        if (!allowed.contains(value)) {
            throw error(name, shown(required(name)) + "; allowed are " + String.join(", ", allowed));
        }
        return value;
    }

    /** An object with fields of its own. */
    public Fields object(String name, List<String> allowed) {
        if (required(name) instanceof ObjectNode object) {
            return new Fields(file, prefix + name + ".", object, allowed);
        }
        throw error(name, "an object is needed");
    }

    /** An object with any fields. */
    public Fields object(String name) {
        return object(name, required(name));
    }

    private Fields object(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new Fields(file, prefix + name + ".", object);
        }
        throw error(name, "an object is needed");
    }

    /** At least one object, each with any fields. */
    public List<Fields> objects(String name) {
        return items(name).stream().map(item -> object(name, item)).toList();
    }

    /** Texts, or none. */
    public List<String> texts(String name) {
        if (!required(name).isArray()) {
            throw error(name, "a list of texts is needed");
        }
        List<String> texts = new ArrayList<>();
        required(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A list of numbers of a given length, whose meaning is for the error. */
    public double[] row(String name, JsonNode array, int length, String meaning) {
        if (!array.isArray()) {
            throw error(name, "a list of numbers is needed");
        }
        if (array.size() != length) {
            throw error(name, array.size() + " numbers; " + meaning + " = " + length + " are needed");
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = number(name + "[" + i + "]", array.get(i));
        }
        return values;
    }

    /** A matrix as a list of rows, each a list of numbers; the numbers row by row. */
    public double[] rows(String name, JsonNode array, int rows, int cols) {
        if (!array.isArray() || array.isEmpty()) {
            throw error(name, "a list of at least one item is needed");
        }
        if (array.size() != rows) {
            throw error(name, array.size() + " rows; rows = " + rows + " are needed");
        }
        double[] values = null;
        for (int i = 0; i < rows; i++) {
            double[] row = row(name + "[" + i + "]", array.get(i), cols, "cols");
            // A whole row exists, so the sizes are no typing error that would ask for gigabytes.
            values = values == null ? new double[rows * cols] : values;
            System.arraycopy(row, 0, values, i * cols, cols);
        }
        return values;
    }

    /** The items of a list of at least one. */
    public List<JsonNode> items(String name) {
        JsonNode value = required(name);
        if (!value.isArray() || value.isEmpty()) {
            throw error(name, "a list of at least one item is needed");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    private long count(String name, JsonNode value, long least) {
        double number = number(name, value);
        if (number != Math.rint(number) || number < least || number > Long.MAX_VALUE / 2) {
            throw error(name, shown(value) + "; a whole number of at least " + least + " is allowed");
        }
        return value.isIntegralNumber() ? value.longValue() : new BigDecimal(number).longValueExact();
    }

    private int narrow(String name, long value) {
        if (value > Integer.MAX_VALUE) {
            throw error(name, value + "; at most " + Integer.MAX_VALUE + " is allowed");
        }
        return (int) value;
    }

    private double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw error(name, shown(value) + " is not a number");
        }
        if (!Double.isFinite(value.doubleValue())) {
            throw error(name, shown(value) + " is not a finite number");
        }
        return value.doubleValue();
    }

    /** A value as it is quoted in errors: its beginning, however long it is. */
    static String shown(JsonNode value) {
        if (value.size() > MOST_ITEMS) {
            return value.isArray()
                    ? "a list of " + value.size() + " items"
                    : "an object of " + value.size() + " fields";
        }
        return shortened(value.isNumber() ? value.asText() : value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "...";
    }

    private static String nearest(String name, List<String> allowed) {
        return allowed.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
    }

    /** Levenshtein's edit distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
