package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.scalar.ScalarBackend;
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
         * @param weights the factors, or those of the question's coordinates, each row by row
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
        long numbers = (long) Question.LANES * question.layout().vectors() + Stages.BASE;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "width: the weights of 16 draws need " + numbers + " numbers; fewer than 2^31 are allowed");
        }
        long chunk = draw / Question.CHUNK;
        int group = (int) (draw % Question.CHUNK) / Question.LANES;
        int lane = (int) (draw % Question.LANES);
        Question full = question.reportingAll();
        ChunkReport report = new ChunkReport();
        Stages stages = new ScalarBackend().stages(full);
        ProductProbe probe = new ProductProbe(stages.judge(), draws(question, chunk, group));
        new StagedKernel(full, stages.withWeights(probe).withJudge(probe)).evaluate(chunk, 1, report);
        float[] product = probe.product(lane, question);
        WeightStage again =
                question.drawnFrom(new ProductProbe(stages.judge(), draws(question, chunk, group)), question.layout());
        return result.of(
                draw,
                weights(question.layout(), again, lane),
                product,
                report.trainLoss[lane],
                report.generalizationLoss[lane]);
    }

    /** A group's weights are consecutive vectors of its chunk; those before are left out. */
    private static PriorStream draws(Question question, long chunk, int group) {
        PriorStream draws = new PriorStream(question.network().prior() == Prior.UNIFORM);
        draws.seed(question.seed(), chunk);
        draws.skip((long) group * question.layout().vectors());
        return draws;
    }

    private static List<float[]> weights(WeightLayout layout, WeightStage draws, int lane) {
        float[] vectors = new float[Stages.BASE + Question.LANES * layout.vectors()];
        draws.fill(vectors, layout.vectors());
        List<float[]> factors = new ArrayList<>();
        for (int j = 0; j < layout.factors(); j++) {
            int columns = layout.columns(j);
            float[] factor = new float[layout.rows(j) * columns];
            for (int e = 0; e < factor.length; e++) {
                factor[e] = at(vectors, layout.position(j, e / columns, e % columns), lane);
            }
            factors.add(factor);
        }
        return factors;
    }

    private static float at(float[] vectors, int vector, int lane) {
        return vectors[Stages.BASE + Question.LANES * vector + lane];
    }
}
