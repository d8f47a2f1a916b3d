package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Guesses of 16 networks at a time, which end at the first sample that all of them have wrong: a network needs no more numbers than the
 * samples up to there ask for. Not for two threads.
 *
 * <p>The weights of the layers that are drawn by weights come first. Group g of 16 draws has a generator of its own, that of chunk g.
 */
public final class GuessKernel {
    /** Samples evaluated at once; half of all networks are wrong about the first one. */
    private static final int SAMPLES = 4;

    private static final int LANES = Question.LANES;

    private final TrainingSet set;
    private final Stages stages;
    private final TrainingPass pass;
    private final NumberRows numbers;
    private final LaneNetworks drawn;
    private final FitCheck check;

    /**
     * Allocates the buffers.
     *
     * @param set the samples
     * @param backend whose steps it uses; all give the same bits
     */
    public GuessKernel(TrainingSet set, Backend backend) {
        this.set = set;
        stages = LaneLayers.stages(backend, set.sizes().network());
        pass = TrainingPass.of(set, stages, SAMPLES);
        numbers = new NumberRows(set);
        drawn = new LaneNetworks(set);
        check = set.check();
    }

    /**
     * Draws 16 networks.
     *
     * @param seed the run's seed
     * @param group number of the group
     * @param right receives, for each of them, how many samples from the first one on it fits before one that it does not
     */
    public void guess(long seed, long group, int[] right) {
        Arrays.fill(right, 0, LANES, 0);
        stages.weights().seed(seed, group);
        numbers.weights(stages.weights(), drawn);
        int alive = Rightness.ALL;
        int end;
        for (int first = 0; first < set.count() && alive != 0; first = end) {
            end = Math.min(set.count(), pass.end(first));
            numbers.samples(stages.weights(), drawn, first, end);
            float[] found = pass.outputs(first, end, drawn);
            for (int r = first; r < end && alive != 0; r++) {
                alive = check.of(found, pass.place(r), set.label(r), alive);
                for (int left = alive; left != 0; left &= left - 1) {
                    right[Integer.numberOfTrailingZeros(left)]++;
                }
            }
        }
    }

    /**
     * Draws 16 networks again, with all numbers that some samples need.
     *
     * @param seed the run's seed
     * @param group number of the group
     * @param samples how many of the samples
     * @param lane which of the 16
     * @param to receives the network
     * @param toLane its lane there
     */
    public void recall(long seed, long group, int samples, int lane, LaneNetworks to, int toLane) {
        stages.weights().seed(seed, group);
        numbers.weights(stages.weights(), drawn);
        // A guess draws the numbers of several samples at once, in the same order.
        numbers.samples(stages.weights(), drawn, 0, samples);
        to.copy(drawn, lane, toLane);
    }
}
