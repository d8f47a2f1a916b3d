package org.guesscheck.core.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * A problem of classification: training samples in the order in which they are learned, and test samples for the test error; immutable.
 */
public final class LearningProblem {
    private final Samples train;
    private final Samples test;
    private final int classes;
    private final Fit fit;

    private LearningProblem(Samples train, Samples test, int classes, Fit fit) {
        this.train = train;
        this.test = test;
        this.classes = classes;
        this.fit = fit;
    }

    /**
     * A problem of given samples.
     *
     * @param train training samples, in the order in which they are learned
     * @param test test samples with as many features
     * @param classes the number of classes, at least 2 and above every label; a class may be without samples
     * @return the problem
     * @throws IllegalArgumentException if the numbers of features differ, there are fewer than two classes, or a label is no class
     */
    public static LearningProblem of(Samples train, Samples test, int classes) {
        if (train.features() != test.features()) {
            throw new IllegalArgumentException("test: " + test.features() + " features; " + train.features()
                    + " are needed, as the training samples have");
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes: " + classes + "; at least 2 is allowed");
        }
        requireLabels("train", train, classes);
        requireLabels("test", test, classes);
        return new LearningProblem(train, test, classes, Fit.RIGHT);
    }

    private static void requireLabels(String name, Samples samples, int classes) {
        if (samples.classes() > classes) {
            throw new IllegalArgumentException(name + ": label " + (samples.classes() - 1) + "; 0 to " + (classes - 1)
                    + " is allowed with " + classes + " classes");
        }
    }

    /**
     * Divides samples at random: some for training, all others for the test. Training samples are drawn without replacement, in
     * random order. With the same seed, a smaller training set is the beginning of a larger one.
     *
     * @param all the samples, at least two; the problem has their {@link Samples#classes()}
     * @param train the number of training samples, from 1 to all.count() - 1
     * @param seed any value; the same one gives the same division on every machine
     * @return the problem
     * @throws IllegalArgumentException if the number is out of its range, or there are fewer than two classes
     */
    public static LearningProblem split(Samples all, int train, long seed) {
        requireTrain(all, train);
        return split(all, train, all.count() - train, seed);
    }

    /**
     * Divides samples at random into training and test samples and a rest that is left out. The training samples are those of
     * {@link #split(Samples, int, long)}, and the test samples are the first of its test samples.
     *
     * @param all the samples, at least two; the problem has their {@link Samples#classes()}
     * @param train the number of training samples, from 1 to all.count() - 1
     * @param test the number of test samples, from 1 to all.count() - train
     * @param seed any value; the same one gives the same division on every machine
     * @return the problem
     * @throws IllegalArgumentException if a number is out of its range, or there are fewer than two classes
     */
    public static LearningProblem split(Samples all, int train, int test, long seed) {
        return divided(all, RandomOrder.of(all.count(), seed), train, test);
    }

    /**
     * Divides samples as {@link #split(Samples, int, int, long)} does, but classes take turns in the training set, in the order in which
     * their first samples come: it has equally many samples of all classes, or one more of some. With the same seed, a smaller training set is the beginning of a
     * larger one. Test samples are the first of the others, whatever their classes are.
     *
     * @param all the samples, at least two; the problem has their {@link Samples#classes()}
     * @param train the number of training samples, from 1 to all.count() - 1, of which no class has too few
     * @param test the number of test samples, from 1 to all.count() - train
     * @param seed any value; the same one gives the same division on every machine
     * @return the problem
     * @throws IllegalArgumentException if a number is out of its range, or there are fewer than two classes
     */
    public static LearningProblem balanced(Samples all, int train, int test, long seed) {
        requireTrain(all, train);
        return divided(all, Turns.of(all, RandomOrder.of(all.count(), seed), train), train, test);
    }

    private static LearningProblem divided(Samples all, int[] order, int train, int test) {
        requireTrain(all, train);
        if (test < 1 || test > all.count() - train) {
            throw new IllegalArgumentException("test: " + test + "; 1 to " + (all.count() - train)
                    + " is allowed, since " + train + " of " + all.count() + " samples are for training");
        }
        return of(
                all.select(Arrays.copyOf(order, train)),
                all.select(Arrays.copyOfRange(order, train, train + test)),
                all.classes());
    }

    private static void requireTrain(Samples all, int train) {
        if (all.count() < 2) {
            throw new IllegalArgumentException("all: one sample; at least two are needed, one of them for the test");
        }
        if (train < 1 || train >= all.count()) {
            throw new IllegalArgumentException("train: " + train + "; 1 to " + (all.count() - 1)
                    + " is allowed, since one of " + all.count() + " samples must be left for the test");
        }
    }

    /**
     * Sets what a network has to do with a training sample to fit it; by default it has to have it right. Test samples are right or
     * wrong in any case.
     *
     * @param value a margin or a loss, with a bound
     * @return a changed copy
     */
    public LearningProblem fitting(Fit value) {
        return new LearningProblem(train, test, classes, Objects.requireNonNull(value, "fit"));
    }

    /**
     * What a network has to do with a training sample to fit it.
     *
     * @return {@link Fit#RIGHT} unless another was set
     */
    public Fit fit() {
        return fit;
    }

    /**
     * The training samples.
     *
     * @return at least one, in the order in which they are learned
     */
    public Samples train() {
        return train;
    }

    /**
     * The test samples.
     *
     * @return at least one
     */
    public Samples test() {
        return test;
    }

    /**
     * The number of classes.
     *
     * @return at least 2, above every label
     */
    public int classes() {
        return classes;
    }

    /**
     * The number of features of a sample.
     *
     * @return at least 1
     */
    public int features() {
        return train.features();
    }
}
