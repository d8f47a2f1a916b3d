package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void whatIsNotFiniteIsNullHoweverItWasPut() {
        ObjectNode node = Json.object();
        node.put("a", Double.POSITIVE_INFINITY).put("b", Float.NaN).put("c", 1.5);
        node.set("d", Json.array(Double.NaN, 2));
        node.set("e", Json.array(Float.NEGATIVE_INFINITY, 0.1f));
        assertEquals("{\"a\":null,\"b\":null,\"c\":1.5,\"d\":[null,2.0],\"e\":[null,0.1]}", Json.line(node));
        assertEquals(Json.parse(Json.line(node), "line"), Json.parse(Json.print(node), "print"));
        assertTrue(Json.print(node).contains("\n  \"c\" : 1.5,"), Json.print(node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": [1", "{} {}", "{\"a\": ", "{a: 1}", "{\"a\": 1,}", "x", "{\"a\":1,\"a\":2}"})
    void errorsAreInTheWordsOfTheFile(String text) {
        String message = assertThrows(InputException.class, () -> Json.parse(text, "file"))
                .getMessage();
        assertTrue(message.startsWith("file: not valid JSON at line 1, column "), message);
        assertFalse(message.contains("Source") || message.contains("`") || message.contains("\n"), message);
    }

    @Test
    void sizesBeyondTheReadersAreNamed() {
        String deep = "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
        String message = assertThrows(InputException.class, () -> Json.parse(deep, "file"))
                .getMessage();
        assertTrue(message.contains("nesting depth") && !message.contains("StreamReadConstraints"), message);
    }
}
