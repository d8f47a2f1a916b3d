package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;
import org.guesscheck.core.sampler.splitting.SplittingPlan.Level;
import org.guesscheck.core.sampler.work.PriorSample;

/**
 * What one replica found; entries per threshold, the largest first.
 *
 * @param logProbability logarithm of the estimate of the acceptance probability; minus infinity if no particle got there
 * @param logLast the same for the last level, which is above the smallest threshold where that was not reached
 * @param priorDraws draws from the prior
 * @param priorBelow how many of the prior draws were below each threshold
 * @param mean mean generalization loss below the threshold, over the particles after every sweep
 * @param losses generalization losses of the particles after the last sweep, empty if none got there
 * @param finalTrainLoss training losses of the particles after the last sweep at the last level
 * @param survivors share of particles, or of prior draws, that were below each level
 * @param acceptance share of moves that were accepted at each level
 * @param ancestors how many of the first level's particles have descendants in the end
 * @param lineages how many of the particles after the last level that let them forget have descendants in the end
 * @param prior generalization loss of the prior draws
 * @param evaluations evaluated networks
 */
record Replica(
        double[] logProbability,
        double logLast,
        int priorDraws,
        int[] priorBelow,
        double[] mean,
        float[][] losses,
        float[] finalTrainLoss,
        double[] survivors,
        double[] acceptance,
        int ancestors,
        int lineages,
        PriorSample prior,
        long evaluations) {

    /** Runs a replica; its estimates of p and of p times the mean are unbiased, since the plan does not depend on it. */
    static Replica run(SplittingPlan plan, float[] falling, Population population, long seed, long number) {
        int thresholds = falling.length;
        int count = plan.levels().size();
        double[] logProbability = new double[thresholds];
        double[] mean = new double[thresholds];
        float[][] losses = new float[thresholds][0];
        double[] survivors = new double[count];
        double[] acceptance = new double[count];
        float[] finalTrainLoss = {};
        PriorSample prior = new PriorSample();
        int[] priorBelow = new int[thresholds];
        Population.PriorWatcher watcher = (train, test) -> {
            prior.add(test);
            for (int t = 0; t < thresholds; t++) {
                priorBelow[t] += train < falling[t] ? 1 : 0;
            }
        };
        Arrays.fill(logProbability, Double.NEGATIVE_INFINITY);
        Arrays.fill(mean, Double.NaN);
        population.start(seed, number);
        double log = 0;
        int reached = 0;
        if (count == 0) {
            population.draw(plan.priorDraws(), Float.NEGATIVE_INFINITY, watcher);
            log = Double.NEGATIVE_INFINITY;
        }
        for (int j = 0; j < count; j++) {
            Level level = plan.levels().get(j);
            survivors[j] = j == 0
                    ? (double) population.draw(plan.priorDraws(), level.loss(), watcher) / plan.priorDraws()
                    : (double) population.below(level.loss()) / plan.particles();
            if (survivors[j] == 0) {
                break;
            }
            reached++;
            log += StrictMath.log(survivors[j]);
            population.resample(level.loss());
            int sweeps = level.sweeps();
            double sum = 0;
            for (int s = 0; s < sweeps; s++) {
                acceptance[j] += population.sweep(level.loss(), level.step()) / sweeps;
                if (level.threshold() >= 0) {
                    for (float loss : population.generalizationLoss()) {
                        sum += loss;
                    }
                }
            }
            if (level.forgotten()) {
                population.beginLineages();
            }
            if (level.threshold() >= 0) {
                logProbability[level.threshold()] = log;
                mean[level.threshold()] = sum / ((double) sweeps * plan.particles());
                losses[level.threshold()] = population.generalizationLoss().clone();
            }
        }
        boolean arrived = reached == count && count > 0;
        if (arrived) {
            finalTrainLoss = population.trainLoss().clone();
        }
        return new Replica(
                logProbability,
                arrived ? log : Double.NEGATIVE_INFINITY,
                plan.priorDraws(),
                priorBelow,
                mean,
                losses,
                finalTrainLoss,
                survivors,
                acceptance,
                arrived ? population.distinctAncestors() : 0,
                arrived ? population.distinctLineages() : 0,
                prior,
                population.evaluations());
    }
}
