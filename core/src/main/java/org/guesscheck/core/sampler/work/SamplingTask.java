package org.guesscheck.core.sampler.work;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * What is sampled: all that a result depends on beside the method and its own settings. Immutable.
 *
 * @param problem the problem
 * @param network the network
 * @param thresholds thresholds of the training loss
 * @param draws how many draws are made at most, at least 1
 * @param relativeError wanted standard error over mean at every threshold, below 1; 0 for none
 * @param seed seed of the draws
 */
public record SamplingTask(
        Problem problem, Network network, Thresholds thresholds, long draws, double relativeError, long seed) {
    /** Checks that nothing is missing. */
    public SamplingTask {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(network, "network");
    }

    /**
     * The task of a sampler of which nothing else was set: threshold 0.02, no wanted error, seed 0.
     *
     * @param problem the problem
     * @param network the network
     * @param draws how many draws are made at most
     * @return a new task
     */
    public static SamplingTask of(Problem problem, Network network, long draws) {
        return new SamplingTask(problem, network, Thresholds.of(0.02), draws, 0, 0);
    }

    /**
     * Replaces the thresholds.
     *
     * @param value training losses
     * @return a changed copy
     */
    public SamplingTask thresholds(Thresholds value) {
        return new SamplingTask(problem, network, value, draws, relativeError, seed);
    }

    /**
     * Replaces the number of draws.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public SamplingTask draws(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("draws: " + value + "; at least 1 is allowed");
        }
        return new SamplingTask(problem, network, thresholds, value, relativeError, seed);
    }

    /**
     * Asks for a relative error.
     *
     * @param value above 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public SamplingTask relativeError(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("relative error: " + value + "; above 0 and below 1 is allowed");
        }
        return new SamplingTask(problem, network, thresholds, draws, value, seed);
    }

    /**
     * Asks for no relative error: all draws are made.
     *
     * @return a changed copy
     */
    public SamplingTask anyError() {
        return new SamplingTask(problem, network, thresholds, draws, 0, seed);
    }

    /**
     * Replaces the seed.
     *
     * @param value any value
     * @return a changed copy
     */
    public SamplingTask seed(long value) {
        return new SamplingTask(problem, network, thresholds, draws, relativeError, value);
    }

    /**
     * Whether a relative error is wanted.
     *
     * @return false if all draws are to be made
     */
    public boolean wantsError() {
        return relativeError > 0;
    }

    /**
     * All but the problem and the network.
     *
     * @return what folding needs to know
     */
    public SamplingGoal goal() {
        return new SamplingGoal(thresholds, draws, relativeError, seed);
    }

    /**
     * Prepares the question for the kernels, which takes a while where it is large.
     *
     * @param fullEvery every how many groups one is reported whole
     * @param cancelled asked every few milliseconds
     * @return the question
     * @throws IllegalArgumentException if it is too large
     * @throws java.util.concurrent.CancellationException if the condition became true or the thread was interrupted
     */
    public Question question(int fullEvery, BooleanSupplier cancelled) {
        return new Question(problem, network, seed, thresholds.largest(), fullEvery, cancelled);
    }
}
