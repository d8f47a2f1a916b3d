package org.guesscheck.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectionsTest {
    private static final Runnable GO_ON = () -> {};

    private static double[][] random(int rows, int cols, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[][] matrix = new double[rows][cols];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> random.nextDouble() - 0.5);
        }
        return matrix;
    }

    /** Blocks that are full and not, tiles that are full and not, and the ends of what is possible. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 700", "7, 33", "31, 64", "32, 64", "33, 65", "64, 600", "100, 101", "599, 600", "600, 600"})
    void theComplementIsOrthonormalAndOrthogonalToTheVectors(int count, int dimension) {
        double[][] vectors = random(count, dimension, 10L * count + dimension);
        Reflections reflections = Reflections.of(vectors, 1e-9, GO_ON);
        assertEquals(count, reflections.rank());
        double[][] basis = reflections.complement();
        assertEquals(dimension - count, basis.length);
        requireOrthonormal(basis, vectors);
    }

    private static void requireOrthonormal(double[][] basis, double[][] vectors) {
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                assertEquals(i == j ? 1 : 0, RowProducts.dot(basis[i], basis[j], 0), 1e-12);
            }
            for (double[] v : vectors) {
                double length = Math.sqrt(RowProducts.dot(v, v, 0));
                assertEquals(0, RowProducts.dot(basis[i], v, 0), 1e-12 * Math.max(1, length));
            }
        }
    }

    @Test
    void dependentVectorsAddNothingToTheRank() {
        double[][] vectors = random(90, 100, 5);
        for (int i = 40; i < 80; i++) {
            for (int e = 0; e < 100; e++) {
                vectors[i][e] = 1e6 * vectors[i - 40][e] - 3 * vectors[(7 * i) % 40][e];
            }
        }
        vectors[85] = new double[100];
        Reflections reflections = Reflections.of(vectors, 1e-9, GO_ON);
        assertEquals(49, reflections.rank());
        requireOrthonormal(reflections.complement(), vectors);
    }

    @Test
    void moreVectorsThanDimensionsSpanEverything() {
        Reflections reflections = Reflections.of(random(80, 40, 6), 1e-9, GO_ON);
        assertEquals(40, reflections.rank());
        assertEquals(0, reflections.complement().length);
    }

    @Test
    void theInverseTurnsTheVectorsIntoTheFirstAxesAndKeepsLengths() {
        double[][] vectors = random(40, 150, 7);
        Reflections reflections = Reflections.of(vectors, 1e-9, GO_ON);
        double[][] columns = RowProducts.transposed(vectors);
        reflections.applyInverse(columns);
        double[][] turned = RowProducts.transposed(columns);
        for (int j = 0; j < 40; j++) {
            assertEquals(RowProducts.dot(vectors[j], vectors[j], 0), RowProducts.dot(turned[j], turned[j], 0), 1e-12);
            for (int e = j + 1; e < 150; e++) {
                assertEquals(0, turned[j][e], 1e-13);
            }
        }
    }

    @Test
    void aProductIsTheSumThatItShouldBe() {
        double[][] left = random(7, 70, 8);
        double[][] right = random(75, 1030, 9);
        double[][] out = random(9, 1030, 10);
        double[][] expected = new double[9][];
        Arrays.setAll(expected, i -> out[i].clone());
        for (int r = 0; r < 7; r++) {
            for (int s = 0; s < 70; s++) {
                for (int j = 3; j < 1029; j++) {
                    expected[2 + r][j] = Math.fma(left[r][s], right[5 + s][j], expected[2 + r][j]);
                }
            }
        }
        RowProducts.add(out, 2, left, right, 5, 3, 1029, GO_ON);
        for (int i = 0; i < 9; i++) {
            assertArrayEquals(expected[i], out[i]);
        }
    }

    @Test
    void aCheckpointEndsTheWork() {
        double[][] vectors = random(200, 400, 11);
        int[] asked = {0};
        Reflections.of(vectors, 1e-9, () -> asked[0]++);
        assertTrue(asked[0] > 200, "asked " + asked[0] + " times");
        assertThrows(
                CancellationException.class,
                () -> Reflections.of(vectors, 1e-9, () -> {
                    if (asked[0]-- == 100) {
                        throw new CancellationException();
                    }
                }));
    }
}
