package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.descent.WeightSnapshot;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.npy.NpzWriter;

/**
 * One run of gradient descent as arrays: the curve {@code epoch}, {@code train_loss}, {@code generalization_loss}; the factors {@code
 * first_weights_1} to {@code first_weights_d} and {@code last_weights_1} to {@code last_weights_d}; the matrix {@code predicted} of a run that
 * came to its end.
 */
public final class DescentNpz {
    private DescentNpz() {}

    /** Writes a run with its history; weights are the first and the last. */
    public static void write(Descent descent, List<WeightSnapshot> weights, Problem problem, OutputStream out)
            throws IOException {
        List<LossPoint> points = descent.history();
        int count = points.size();
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("epoch", points.stream().mapToLong(LossPoint::epoch).toArray(), count)
                    .put(
                            "train_loss",
                            points.stream().mapToDouble(LossPoint::trainLoss).toArray(),
                            count)
                    .put(
                            "generalization_loss",
                            points.stream()
                                    .mapToDouble(LossPoint::generalizationLoss)
                                    .toArray(),
                            count);
            if (!weights.isEmpty()) {
                write("first_weights_", weights.getFirst(), npz);
                write("last_weights_", weights.getLast(), npz);
            }
            if (descent.predicted().length > 0) {
                npz.put("predicted", descent.predicted(), problem.rows(), problem.cols());
            }
        }
    }

    private static void write(String name, WeightSnapshot weights, NpzWriter npz) throws IOException {
        for (int f = 0; f < weights.factors().size(); f++) {
            float[][] factor = weights.factors().get(f);
            int cols = factor[0].length;
            float[] flat = new float[Math.multiplyExact(factor.length, cols)];
            for (int r = 0; r < factor.length; r++) {
                System.arraycopy(factor[r], 0, flat, r * cols, cols);
            }
            npz.put(name + (f + 1), flat, factor.length, cols);
        }
    }
}
