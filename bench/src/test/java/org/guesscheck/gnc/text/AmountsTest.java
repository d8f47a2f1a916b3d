package org.guesscheck.gnc.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "99, 99 s", "150, 3 min", "5000, 83 min", "7200, 2.0 h"})
    void timesHaveAUnitThatSuits(double seconds, String text) {
        assertEquals(text, Amounts.time(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "2100, 2.10e3", "5e7, 5.00e7"})
    void ratesAreWrittenAsCountsAre(double rate, String text) {
        assertEquals(text, Amounts.rate(rate));
    }
}
