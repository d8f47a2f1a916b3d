package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width=5|5",
                "width=5,10,1e3|5 10 1000",
                "depth=2..5|2 3 4 5",
                "depth=2..9:3,20|2 5 8 20",
                "depth=3..3|3",
                "eps=0.001..0.004:0.001|0.001 0.002 0.003 0.004",
                "eps=1e-4,0.5|0.0001 0.5",
                "negative-slope=0..1:0.25|0 0.25 0.5 0.75 1",
                "size=5|5"
            })
    void valuesAreNumbersAndRanges(String text, String values) {
        Axis axis = AxisText.parse("--axis", text);
        assertEquals(text.substring(0, text.indexOf('=')), axis.field().label());
        List<Double> expected =
                Arrays.stream(values.split(" ")).map(Double::valueOf).toList();
        assertEquals(expected, axis.values(), "without the rounding of sums of steps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breadth=5|there is no axis breadth; allowed are width, depth, measurements, rank, rows, cols, size,"
                        + " eps, negative-slope",
                "=5|there is no axis \"\"; allowed are width, depth, measurements, rank, rows, cols, size, eps,"
                        + " negative-slope",
                "width|no values; NAME=V,V,... is needed, such as width=2,4..8:2",
                "width=|no values; NAME=V,V,... is needed, such as width=2,4..8:2",
                "negative-slope=|no values; NAME=V,V,... is needed, such as negative-slope=0,0.1..0.3:0.1",
                "width=5,|'' is not a number such as 5 or 0.02, or a range such as 2..10:2",
                "width=0|0; a whole number of 1 to 2147483647 is allowed",
                "width=0..3|0; a whole number of 1 to 2147483647 is allowed",
                "width=2.5|2.5; a whole number of 1 to 2147483647 is allowed",
                "width=1e10|1.0E10; a whole number of 1 to 2147483647 is allowed",
                "eps=0|0; a number above 0 is allowed",
                "negative-slope=1.5|1.5; a number of 0 to 1 is allowed",
                "eps=0.1..0.3|0.1..0.3; a range of decimals needs a step, such as 0.001..0.004:0.001",
                "depth=5..2|5..2; a..b or a..b:step is allowed, with b not below a and a step above 0",
                "depth=2..5:0|2..5:0; a..b or a..b:step is allowed, with b not below a and a step above 0",
                "width=1..1e9|1..1e9; at most 10000 values are allowed",
                "width=5,5|5; every value only once is allowed",
                "eps=1e999999999|1e999999999; a number of ordinary size is needed",
                "width=2..x|'x' is not a number such as 5 or 0.02, or a range such as 2..10:2"
            })
    void aWrongAxisIsSaidInOneSentence(String text, String said) {
        assertEquals(
                "--axis " + text + ": " + said,
                assertThrows(InputException.class, () -> AxisText.parse("--axis", text))
                        .getMessage());
    }
}
