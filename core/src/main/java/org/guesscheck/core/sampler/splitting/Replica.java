package org.guesscheck.core.sampler.splitting;

import java.util.List;
import org.guesscheck.core.sampler.work.PriorSample;

/**
 * The result of one replica: a value, whatever machine it came from. Estimates take replicas in the order of their numbers.
 *
 * @param prior its draws from the prior
 * @param thresholds its estimates, one for each threshold, the largest first
 * @param levels how particles fared, one for each level
 * @param end the particles after the last level
 * @param evaluations evaluated networks
 */
record Replica(PriorDraws prior, List<AtThreshold> thresholds, List<AtLevel> levels, End end, long evaluations) {
    /**
     * Draws from the prior.
     *
     * @param count how many there were
     * @param below how many of them were below each threshold
     * @param losses their generalization losses
     */
    record PriorDraws(int count, int[] below, PriorSample losses) {}

    /**
     * The estimates at one threshold.
     *
     * @param logProbability logarithm of the estimate of the acceptance probability; minus infinity if no particle got there
     * @param mean mean generalization loss below the threshold, over the particles after every sweep; NaN if none got there
     * @param losses generalization losses of the particles after the last sweep, empty if none got there
     * @param weights the weights of these particles
     * @param meanPredicted the weighted mean of their predicted matrices; empty unless draws are kept
     */
    record AtThreshold(double logProbability, double mean, float[] losses, double[] weights, double[] meanPredicted) {
        /** Of a threshold that no particle got below. */
        static final AtThreshold NONE =
                new AtThreshold(Double.NEGATIVE_INFINITY, Double.NaN, new float[0], new double[0], new double[0]);
    }

    /**
     * A level.
     *
     * @param survivors share of particles, or of prior draws, that were below it
     * @param acceptance share of moves that were accepted
     * @param logProbability logarithm of the estimate of the probability to get there; minus infinity if no particle did
     * @param mean mean generalization loss of the particles after the last sweep
     * @param concentration sum of the squares of the shares of that mean that the lineages carry; NaN where it is 0
     */
    record AtLevel(double survivors, double acceptance, double logProbability, double mean, double concentration) {
        /** Of a level that no particle got to. */
        static final AtLevel NONE = new AtLevel(0, 0, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN);
    }

    /**
     * The particles after the last level, which may lie above the smallest threshold where that was not reached.
     *
     * @param logProbability logarithm of the estimate of the probability to get there; minus infinity if no particle did
     * @param trainLoss training losses of the particles after the last sweep
     * @param ancestors how many of the first level's particles have descendants
     * @param lineages how many of the particles after the last level that let them forget have descendants
     */
    record End(double logProbability, float[] trainLoss, int ancestors, int lineages) {
        /** Of a replica that lost all its particles. */
        static final End NONE = new End(Double.NEGATIVE_INFINITY, new float[0], 0, 0);
    }

    /** Whether no particle got to the last level. */
    boolean lost() {
        return end.trainLoss.length == 0;
    }
}
