package org.guesscheck.core.descent;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.LaneSteps;
import org.guesscheck.core.kernel.learning.LaneTraining;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.random.SplitMix64;

/** Trains 16 networks side by side, group after group, on one thread. */
final class LearningGroup {
    private static final int LANES = Question.LANES;

    private final Shared shared;
    private final LaneTraining training;
    private final TestKernel tests;
    private final BooleanSupplier cancelled;

    /** What all threads share. */
    static final class Shared {
        private final LearningDescentSettings settings;
        private final LaneSteps.Rule rule;
        private final TrainingSet set;
        private final float[][] test;
        private final int[] labels;

        Shared(LearningProblem problem, Perceptron network, LearningDescentSettings settings, LaneSteps.Rule rule) {
            this.settings = settings;
            this.rule = rule;
            set = new TrainingSet(
                    network, problem.train().rows(), problem.train().labels(), problem.fit(), true);
            test = problem.test().rows();
            labels = problem.test().labels();
        }
    }

    /**
     * What became of 16 networks.
     *
     * @param epochs after how many epochs each fitted all samples; -1 where it never did
     * @param accuracies on the test samples
     */
    record Outcome(int[] epochs, float[] accuracies) {}

    LearningGroup(Shared shared, Backend backend, BooleanSupplier cancelled) {
        this.shared = shared;
        this.cancelled = cancelled;
        int batch = Math.min(shared.settings.batch(), shared.set.count());
        training = new LaneTraining(shared.set, backend, shared.settings.loss(), batch, shared.rule);
        tests = new TestKernel(shared.set, shared.test, shared.labels, backend);
    }

    /** Trains a group on the first samples. */
    Outcome train(int samples, int group) {
        long seed = SplitMix64.mix(SplitMix64.mix(shared.settings.seed()) + samples);
        training.draw(seed, group);
        SplitMix64 random = new SplitMix64(SplitMix64.mix(seed ^ SplitMix64.mix(group)));
        int[] order = new int[samples];
        Arrays.setAll(order, i -> i);
        int[] epochs = new int[LANES];
        Arrays.fill(epochs, -1);
        int learning = ended(training.fit(samples), 0, epochs, (1 << LANES) - 1);
        for (int epoch = 1; epoch <= shared.settings.epochs() && learning != 0; epoch++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("cancelled");
            }
            for (int i = samples - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int first = 0; first < samples; first += shared.settings.batch()) {
                training.step(order, first, Math.min(shared.settings.batch(), samples - first), learning);
            }
            learning = ended(training.fit(samples), epoch, epochs, learning);
        }
        int[] right = new int[LANES];
        tests.test(training.networks(), samples, right);
        float[] accuracies = new float[LANES];
        for (int l = 0; l < LANES; l++) {
            accuracies[l] = (float) right[l] / shared.labels.length;
        }
        return new Outcome(epochs, accuracies);
    }

    private static int ended(int right, int epoch, int[] epochs, int learning) {
        for (int l = 0; l < LANES; l++) {
            if (((right & learning) >> l & 1) == 1) {
                epochs[l] = epoch;
            }
        }
        return learning & ~right;
    }
}
