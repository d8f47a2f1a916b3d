package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.scalar.ScalarBackend;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.random.PriorStream;

/** Makes a single draw again, weights and all. */
public final class Replay {
    private Replay() {}

    /**
     * Builds a caller's own kind of result.
     *
     * @param <R> that kind
     */
    @FunctionalInterface
    public interface Result<R> {
        /**
         * Takes the parts of a draw.
         *
         * @param draw its index
         * @param weights the factors, each row by row
         * @param product the predicted matrix row by row
         * @param trainLoss training loss
         * @param generalizationLoss generalization loss
         * @return the result
         */
        R of(long draw, List<float[]> weights, float[] product, float trainLoss, float generalizationLoss);
    }

    /**
     * Draws again.
     *
     * @param <R> the caller's kind of result
     * @param question the question of the run
     * @param draw index of the draw, at least 0
     * @param result builds the result
     * @return the draw
     * @throws IllegalArgumentException if the weights of 16 draws fit no array
     */
    public static <R> R of(Question question, long draw, Result<R> result) {
        long numbers = (long) Question.LANES * question.vectorsPerGroup() + Stages.BASE;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "width: the weights of 16 draws need " + numbers + " numbers; fewer than 2^31 are allowed");
        }
        long chunk = draw / Question.CHUNK;
        int group = (int) (draw % Question.CHUNK) / Question.LANES;
        int lane = (int) (draw % Question.LANES);
        Question full = question.reportingAll();
        ChunkReport report = new ChunkReport();
        ProductProbe probe = new ProductProbe(new ScalarBackend().stages(full), draws(question, chunk, group));
        new StagedKernel(full, probe).evaluate(chunk, 1, report);
        float[] product = probe.product(lane, question);
        return result.of(
                draw,
                weights(question, draws(question, chunk, group), lane),
                product,
                report.trainLoss[lane],
                report.generalizationLoss[lane]);
    }

    /** A group's weights are consecutive vectors of its chunk; those before are left out. */
    private static PriorStream draws(Question question, long chunk, int group) {
        PriorStream draws = new PriorStream(question.network().prior() == Prior.UNIFORM);
        draws.seed(question.seed(), chunk);
        draws.skip((long) group * question.vectorsPerGroup());
        return draws;
    }

    /** A group's weights, in the order of {@link StagedKernel}. */
    private static List<float[]> weights(Question question, PriorStream draws, int lane) {
        Network network = question.network();
        int rows = question.rows();
        int cols = question.cols();
        int k = network.width();
        int depth = network.depth();
        int perGroup = question.vectorsPerGroup();
        float[] vectors = new float[Stages.BASE + Question.LANES * perGroup];
        draws.fill(vectors, perGroup);
        int next = 0;
        List<float[]> factors = new ArrayList<>();
        if (depth == 1) {
            factors.add(new float[rows * cols]);
            for (int e = 0; e < rows * cols; e++) {
                factors.getFirst()[e] = at(vectors, next++, lane);
            }
            return factors;
        }
        for (int j = 1; j <= depth; j++) {
            factors.add(new float[(j == 1 ? rows : k) * (j == depth ? cols : k)]);
        }
        for (int u = 0; u < k; u++) {
            for (int r = 0; r < rows; r++) {
                factors.getFirst()[r * k + u] = at(vectors, next++, lane);
            }
            if (depth == 2) {
                for (int c = 0; c < cols; c++) {
                    factors.getLast()[u * cols + c] = at(vectors, next++, lane);
                }
            }
        }
        for (int j = 1; j < depth && depth > 2; j++) {
            next += question.whole() ? 0 : next & 1;
            float[] factor = factors.get(j);
            for (int e = 0; e < factor.length; e++) {
                factor[e] = at(vectors, next++, lane);
            }
        }
        return factors;
    }

    private static float at(float[] vectors, int vector, int lane) {
        return vectors[Stages.BASE + Question.LANES * vector + lane];
    }
}
