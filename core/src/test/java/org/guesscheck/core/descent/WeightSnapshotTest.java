package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights that runs tell, small and large ones. */
class WeightSnapshotTest {
    private static GradientDescent descent(int width) {
        boolean large = width > 1000;
        Problem problem = Problem.completion(large ? 120 : 4, large ? 120 : 5, 1, large ? 2000 : 12, 1);
        return GradientDescent.of(problem, Network.linear(width, 3))
                .optimizer(Optimizer.GD)
                .initScale(1)
                .epochs(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 1200})
    void theyAreTheFirstOnesAndThoseOfTheOutcome(int width) {
        List<WeightSnapshot> told = new ArrayList<>();
        Descent outcome = descent(width).onWeights(told::add).run();
        assertEquals(2, told.size());
        assertEquals(0, told.getFirst().epoch());
        assertEquals(3, told.getLast().epoch());
        for (WeightSnapshot weights : told) {
            assertEquals(3, weights.factors().size());
        }
        List<float[][]> last = told.getLast().factors();
        assertEquals(outcome.digest(), WeightDigest.of(descent(width).factors(), (f, r, c) -> last.get(f)[r][c]));
        float[] predicted = outcome.predicted();
        // Some of many: each of these products takes all weights.
        for (int e = 0; e < predicted.length; e += predicted.length < 1000 ? 1 : 97) {
            assertEquals(predicted[e], entry(last, e), 1e-5, "entry " + e);
        }
    }

    /** An entry of the product, row by row. */
    private static double entry(List<float[][]> factors, int index) {
        int cols = factors.getLast()[0].length;
        double[] row = {1};
        for (int f = 0; f < factors.size(); f++) {
            float[][] factor = factors.get(f);
            double[] next = new double[factor[0].length];
            for (int c = 0; c < next.length; c++) {
                for (int r = 0; r < row.length; r++) {
                    next[c] += row[r] * factor[f == 0 ? index / cols : r][c];
                }
            }
            row = next;
        }
        return row[index % cols];
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 1200})
    void aCancelledRunTellsWhereItCame(int width) {
        List<WeightSnapshot> told = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        GradientDescent cancelling =
                descent(width).epochs(1_000_000).onWeights(told::add).cancelWhen(() -> asked.incrementAndGet() > 3);
        Descent partial = assertThrows(DescentCancelledException.class, cancelling::run)
                .partial()
                .orElseThrow();
        assertEquals(partial.end().epoch(), told.getLast().epoch());
    }
}
