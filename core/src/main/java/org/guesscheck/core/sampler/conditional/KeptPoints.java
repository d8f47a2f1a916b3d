package org.guesscheck.core.sampler.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.sampler.work.WeightedMean;

/** The points of the first chunks that were accepted at one threshold, a draw of hidden features a group. For one thread at a time. */
final class KeptPoints {
    private final List<Chunk> chunks = new ArrayList<>();
    private int count;
    private boolean full;

    KeptPoints() {}

    /** What is kept of a chunk; weights are relative to the exponential of its scale. */
    private record Chunk(double logScale, double[] losses, double[] weights, int[] draws, WeightedMean mean) {}

    /** Keeps the points of the next chunk, unless there are enough. */
    void add(ConditionalChunk chunk) {
        int points = 0;
        for (double weight : chunk.weight) {
            points += weight > 0 ? 1 : 0;
        }
        full |= count > WeightedDraws.MOST - points;
        if (full) {
            return;
        }
        double[] losses = new double[points];
        double[] weights = new double[points];
        int[] draws = new int[points];
        int found = 0;
        for (int m = 0; m < chunk.weight.length; m++) {
            if (chunk.weight[m] > 0 && Float.isFinite(chunk.pointLoss[m])) {
                losses[found] = chunk.pointLoss[m];
                weights[found] = chunk.weight[m];
                draws[found++] = m / ConditionalRun.POINTS;
            }
        }
        count += found;
        chunks.add(new Chunk(
                chunk.logScale,
                Arrays.copyOf(losses, found),
                Arrays.copyOf(weights, found),
                Arrays.copyOf(draws, found),
                chunk.predicted()));
    }

    /** All points, with the mean of their predicted matrices. */
    WeightedDraws draws(int entries) {
        double scale = chunks.stream().mapToDouble(Chunk::logScale).max().orElse(Double.NEGATIVE_INFINITY);
        if (scale == Double.NEGATIVE_INFINITY) {
            return WeightedDraws.NONE;
        }
        double[] losses = new double[count];
        double[] weights = new double[count];
        int[] groups = new int[count];
        WeightedMean mean = new WeightedMean(entries);
        int found = 0;
        for (int c = 0; c < chunks.size(); c++) {
            Chunk chunk = chunks.get(c);
            double factor = StrictMath.exp(chunk.logScale - scale);
            for (int i = 0; i < chunk.losses.length; i++) {
                double weight = factor * chunk.weights[i];
                if (weight > 0) {
                    losses[found] = chunk.losses[i];
                    weights[found] = weight;
                    groups[found++] = c * ConditionalRun.CHUNK + chunk.draws[i];
                }
            }
            chunk.mean.rescale(factor);
            mean.add(chunk.mean);
        }
        return new WeightedDraws(
                Arrays.copyOf(losses, found),
                Arrays.copyOf(weights, found),
                Arrays.copyOf(groups, found),
                chunks.size() * ConditionalRun.CHUNK,
                mean.mean());
    }
}
