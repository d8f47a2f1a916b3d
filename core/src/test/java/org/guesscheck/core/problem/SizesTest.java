package org.guesscheck.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and numbers at the ends of what is allowed. */
class SizesTest {
    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"65536, 65537, 4295032832", "65536, 65536, 4294967296", "2147483647, 2147483647, 4611686014132420609"})
    void productsBeyondAnArrayAreRefused(int rows, int cols, String entries) {
        String sentence = "rows and cols: " + rows + " x " + cols + " has " + entries
                + " entries; at most 2147483639 are allowed";
        assertEquals(sentence, refused(() -> Problem.sensing(rows, cols, 1, 15, 1)));
        assertEquals(sentence, refused(() -> Problem.completion(rows, cols, 1, 15, 1)));
        Measurements one = Measurements.entries(1, new int[] {0}, new double[] {1});
        assertEquals(sentence, refused(() -> Problem.of(rows, cols, one, one)));
        assertEquals(sentence, refused(() -> Problem.complementing(rows, cols, one, new double[] {1})));
    }

    @Test
    void testDirectionsOfHoursAreRefusedBeforeWork() {
        String message = refused(() -> Problem.sensing(5, 46341, 1, 15, 1));
        assertTrue(message.startsWith("rows and cols: 5 x 46341 has 231705 entries"), message);
        assertTrue(message.contains("at most 16384 are allowed"), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e39, -2e18, Double.NaN, Double.NEGATIVE_INFINITY})
    void numbersBeyondSinglePrecisionAreRefusedByField(double value) {
        double[][] matrices = {{1, 0}, {0, 1}};
        assertTrue(refused(() -> Measurements.of(matrices, new double[] {0, value}))
                .startsWith("targets[1]: " + value));
        assertTrue(refused(() -> Measurements.of(new double[][] {{1, value}}, new double[] {0}))
                .startsWith("measurements[0][1]: " + value));
        assertTrue(refused(() -> Measurements.entries(4, new int[] {2}, new double[] {value}))
                .startsWith("targets[0]: " + value));
        Measurements train = Measurements.of(new double[][] {{1, 0}}, new double[] {0});
        assertTrue(refused(() -> Problem.complementing(1, 2, train, new double[] {0, value}))
                .startsWith("groundTruth[1]: " + value));
        assertTrue(refused(() -> Problem.of(1, 2, train, train, new double[] {value, 0}))
                .startsWith("groundTruth[0]: " + value));
    }

    @Test
    void numbersWhoseSquaresAreTooMuchTogetherAreRefused() {
        double[] many = new double[200];
        Arrays.fill(many, 9e17);
        int[] positions = new int[200];
        assertTrue(
                refused(() -> Measurements.entries(4, positions, many)).startsWith("targets: their squares add up to"));
        double[][] matrices = {many, many};
        assertTrue(refused(() -> Measurements.of(matrices, new double[2]))
                .startsWith("measurements: their squares add up to"));
    }

    /** What may be large has a loss in single precision. */
    @Test
    void largeNumbersThatAreAllowedHaveFiniteLosses() {
        double[] targets = new double[90];
        Arrays.fill(targets, 1e18);
        Measurements train = Measurements.entries(100, new int[90], targets);
        assertTrue(Float.isFinite((float) (90 * train.loss(new double[100]))));
    }
}
