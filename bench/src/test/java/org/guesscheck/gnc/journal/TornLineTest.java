package org.guesscheck.gnc.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TornLineTest {
    private static final String BEGINNING = "{\"unit\":\"";
    private static final byte[] LINE =
            "{\"unit\":\"a\\\"}b\\\\\",\"r\":{\"x\":[1.5e-3,null],\"t\":\"\u00e9\ud83d\ude00\"}}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void everyBeginningOfALineIsOne() {
        for (int length = 0; length <= LINE.length; length++) {
            assertTrue(TornLine.is(Arrays.copyOf(LINE, length), BEGINNING), length + " bytes");
        }
    }

    @Test
    void zerosAfterItAreThoseOfAPowerCut() {
        assertTrue(TornLine.is(Arrays.copyOf(LINE, LINE.length + 4096), BEGINNING));
        assertTrue(TornLine.is(new byte[100], BEGINNING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello",
                "{\"unit\":\"a\"}{\"unit\":\"b\"}",
                "{\"unit\":\"a\"} x",
                "{\"unitt\":\"a\"",
                "[1]",
                "{}",
                "}"
            })
    void somethingElseIsNot(String text) {
        assertEquals(false, TornLine.is(text.getBytes(StandardCharsets.UTF_8), BEGINNING));
    }
}
