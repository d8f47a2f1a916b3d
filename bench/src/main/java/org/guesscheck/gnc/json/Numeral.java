package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;

/** Numbers that are written without a fraction where they have none: 40, and 0.0035. */
public final class Numeral {
    private Numeral() {}

    /** The number for people and tables. */
    public static String text(double value) {
        return isInt(value) ? Integer.toString((int) value) : Double.toString(value);
    }

    /** The number in a JSON file. */
    public static JsonNode node(double value) {
        return isInt(value) ? IntNode.valueOf((int) value) : DoubleNode.valueOf(value);
    }

    private static boolean isInt(double value) {
        return value == (int) value;
    }
}
