package org.guesscheck.gnc.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    @Test
    void numbersAndRangesAreSorted() {
        assertArrayEquals(new int[] {4}, WholeNumbers.parse("--n", "4"));
        assertArrayEquals(new int[] {1, 2, 3, 7, 9, 11}, WholeNumbers.parse("--n", "7..11:2, 1..3,3"));
        assertArrayEquals(new int[] {999_999_999}, WholeNumbers.parse("--n", "999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "a", "3..1", "1..3:0", "1,,2", "1..", "1..999999999", "9999999999"})
    void othersAreRefused(String text) {
        assertThrows(InputException.class, () -> WholeNumbers.parse("--n", text));
    }
}
