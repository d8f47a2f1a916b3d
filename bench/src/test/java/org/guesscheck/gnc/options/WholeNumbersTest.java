package org.guesscheck.gnc.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers and ranges of an option. */
class WholeNumbersTest {
    private static int[] parsed(String text) {
        return WholeNumbers.parse("--samples", text);
    }

    @Test
    void numbersAndRangesAreSortedAndUnique() {
        assertArrayEquals(new int[] {7}, parsed("7"));
        assertArrayEquals(new int[] {4, 8, 16, 20, 24, 28, 32}, parsed("4,8,16..32:4"));
        assertArrayEquals(new int[] {1, 2, 3, 4}, parsed("3..4, 1..3"));
        assertArrayEquals(new int[] {5}, parsed("5..5"));
        assertArrayEquals(new int[] {2, 9}, parsed("2..15:7"));
        assertArrayEquals(new int[] {999_999_999}, parsed("999999999"));
        assertEquals(100_000, parsed("1..100000").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1,",
                "0",
                "-1",
                "1.5",
                "1e3",
                "a",
                "5..3",
                "1..",
                "..2",
                "1..4:0",
                "1..2..3",
                "1:2",
                "1..100001",
                "9999999999"
            })
    void anotherTextIsOneSentence(String text) {
        InputException refused = assertThrows(InputException.class, () -> parsed(text));
        assertEquals(
                "--samples " + text + ": whole numbers from 1 on and ranges a..b or a..b:step are allowed, separated"
                        + " by commas, such as 4,8,16..32:4",
                refused.getMessage());
    }
}
