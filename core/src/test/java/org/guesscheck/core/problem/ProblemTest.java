package org.guesscheck.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void sensingHasTheRankTheNormAndAnOrthonormalTestBasis() {
        Problem problem = Problem.sensing(5, 4, 2, 12, 9);
        double[] truth = problem.groundTruth().orElseThrow();
        assertEquals(1, Measurements.dot(truth, truth), 1e-12);
        double[][] basis = problem.test().matrices();
        assertEquals(8, basis.length);
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j < basis.length; j++) {
                assertEquals(i == j ? 1 : 0, Measurements.dot(basis[i], basis[j]), 1e-12);
            }
            for (double[] a : problem.train().matrices()) {
                assertEquals(0, Measurements.dot(basis[i], a), 1e-12);
            }
        }
        assertEquals(0, problem.trainLoss(truth), 1e-28);
        assertEquals(0, problem.generalizationLoss(truth), 1e-28);
    }

    @Test
    void dependentMeasurementsLeaveALargerComplement() {
        double[][] matrices = {{1, 0, 0, 0}, {2, 0, 0, 0}, {0, 1, 0, 0}};
        Problem problem = Problem.complementing(
                2, 2, Measurements.measuring(matrices, new double[] {1, 2, 3, 4}), new double[] {1, 2, 3, 4});
        assertEquals(2, problem.test().count());
    }

    @Test
    void measurementsThatSpanEverythingAreRefused() {
        double[][] matrices = {{1, 0}, {1, 1}};
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Problem.complementing(
                                1, 2, Measurements.measuring(matrices, new double[] {1, 1}), new double[] {1, 1}))
                .getMessage();
        assertTrue(message.contains("span all 2 dimensions"), message);
    }

    @Test
    void completionObservesDistinctEntries() {
        Problem problem = Problem.completion(5, 5, 1, 15, 3);
        double[] seen = new double[25];
        for (double[] a : problem.train().matrices()) {
            for (int e = 0; e < 25; e++) {
                seen[e] += a[e];
            }
        }
        for (double[] a : problem.test().matrices()) {
            for (int e = 0; e < 25; e++) {
                seen[e] += a[e];
            }
        }
        for (double count : seen) {
            assertEquals(1, count);
        }
    }
}
