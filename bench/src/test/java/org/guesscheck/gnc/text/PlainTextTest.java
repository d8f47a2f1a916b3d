package org.guesscheck.gnc.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\n", "\u001b", "\u007f", "\u0085", "\u2028", "\ufffe", "\uffff"})
    void whatCannotBeShownIsReplaced(String character) {
        assertFalse(PlainText.is(character));
        assertEquals("a\ufffdb", PlainText.of("a" + character + "b"));
    }

    @Test
    void halvesOfSurrogatePairsAreReplacedAndPairsAreKept() {
        assertEquals("a\ufffdb", PlainText.of("a\ud83db"));
        assertEquals("\ufffd\ufffd", PlainText.of("\ude00\ud83d"));
        assertEquals("\ud83d\ude00 \u00e9\u65e5<&", PlainText.of("\ud83d\ude00 \u00e9\u65e5<&"));
        assertTrue(PlainText.is("\ud83d\ude00"));
    }
}
