package org.guesscheck.gnc.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Against EJML's decomposition. */
class SingularValuesTest {
    @Test
    void agreesWithAnIndependentDecomposition() {
        Random random = new Random(1);
        for (int[] shape : new int[][] {{1, 1}, {5, 5}, {7, 4}}) {
            float[] matrix = new float[shape[0] * shape[1]];
            SimpleMatrix same = new SimpleMatrix(shape[0], shape[1]);
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = (float) random.nextGaussian();
                same.set(i, matrix[i]);
            }
            double[] expected = same.svd().getSingularValues();
            assertArrayEquals(expected, SingularValues.of(matrix, shape[0], shape[1]), 1e-12 * expected[0]);
        }
    }

    @Test
    void aMatrixOfRankOneHasOne() {
        assertArrayEquals(
                new double[] {Math.sqrt(70), 0, 0}, SingularValues.of(new float[] {1, 2, 3, 2, 4, 6}, 2, 3), 1e-12);
    }
}
