package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.Cancellation;

/**
 * What one replica found.
 *
 * @param survivors for every number of samples how many particles had the last of them right; 0 from where all were lost
 * @param logProbability natural logarithms of the replica's estimates of p; minus infinity from where all were lost
 * @param moved shares of particles that moved in a sweep, on average over the sweeps at each number of samples
 * @param accuracies for each tested number of samples the accuracies of all particles; empty if all were lost
 * @param moves how many networks were proposed
 * @param layers the weights of the first particles at the largest tested number of samples, where some are to be kept
 */
record CurveReplica(
        int[] survivors,
        double[] logProbability,
        double[] moved,
        float[][] accuracies,
        long moves,
        List<List<float[]>> layers) {
    /** Runs a replica and keeps the weights of so many particles. */
    static CurveReplica of(
            LearningTask task,
            TrainingSet set,
            Backend backend,
            TestKernel tests,
            CurveSettings how,
            StepLengths lengths,
            long seed,
            int keep,
            BooleanSupplier cancelled) {
        int samples = set.count();
        LearningPopulation population = new LearningPopulation(set, backend, how.particles(), seed);
        int[] survivors = new int[samples];
        double[] log = new double[samples];
        double[] moved = new double[samples];
        float[][] accuracies = new float[task.tested().size()][0];
        Arrays.fill(log, Double.NEGATIVE_INFINITY);
        List<List<float[]>> layers = new ArrayList<>();
        double logProbability = 0;
        long moves = 0;
        for (int n = 0; n < samples; n++) {
            population.judge();
            int prior = n == 0 ? task.tested().indexOf(0) : -1;
            if (prior >= 0) {
                // The first sample has drawn numbers and has replaced nothing yet: these are networks of the prior.
                accuracies[prior] = tested(task, tests, how, population, 0, seed, cancelled, 0, layers);
            }
            survivors[n] = population.select();
            if (survivors[n] == 0) {
                break;
            }
            logProbability += StrictMath.log((double) survivors[n] / how.particles());
            log[n] = logProbability;
            for (int s = 0; s < how.sweeps(); s++) {
                Cancellation.check(cancelled);
                moved[n] += population.move(lengths.steps()[n][population.next()]) / how.sweeps();
                moves += how.particles();
            }
            int point = task.tested().indexOf(n + 1);
            if (point >= 0) {
                int kept = point == task.last() ? keep : 0;
                accuracies[point] = tested(task, tests, how, population, n + 1, seed, cancelled, kept, layers);
            }
        }
        return new CurveReplica(survivors, log, moved, accuracies, moves, layers);
    }

    private static float[] tested(
            LearningTask task,
            TestKernel tests,
            CurveSettings how,
            LearningPopulation population,
            int samples,
            long seed,
            BooleanSupplier cancelled,
            int keep,
            List<List<float[]>> layers) {
        float[] accuracies = new float[how.particles()];
        int[] right = new int[Question.LANES];
        long open = SplitMix64.mix(seed ^ AcceptedTests.OPEN_WEIGHTS) + samples;
        for (int group = 0; group < how.particles() / Question.LANES; group++) {
            Cancellation.check(cancelled);
            tests.prior(open, group);
            tests.test(population.group(group), Math.max(1, samples), right);
            for (int l = 0; l < Question.LANES; l++) {
                accuracies[Question.LANES * group + l] =
                        (float) right[l] / task.problem().test().count();
                if (layers.size() < keep) {
                    layers.add(tests.weights(population.group(group), l));
                }
            }
        }
        return accuracies;
    }
}
