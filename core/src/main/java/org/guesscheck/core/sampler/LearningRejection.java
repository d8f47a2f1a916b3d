package org.guesscheck.core.sampler;

import java.util.Map;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.learning.GuessRun;
import org.guesscheck.core.sampler.learning.LearningTask;
import org.guesscheck.core.sampler.work.RunSettings;

/**
 * The learning curve by rejection: networks are drawn from the prior, each until it is wrong about a sample. No bias, exact intervals; for
 * probabilities above some 1e-8.
 *
 * <p>With a Gaussian prior the first layer, and wide ones above it, are drawn through their pre-activations, sample after sample, which needs a number
 * for each unit and sample in the place of one for each unit and input; the first {@link #networks} accepted draws get the weights that these leave open
 * afterwards, from their exact law, and are tested. Immutable.
 */
public final class LearningRejection extends LearningSampler<LearningRejection> {
    /** The name of the method in results. */
    public static final String NAME = GuessRun.NAME;

    private final long draws;
    private final int networks;
    private final boolean byWeights;

    private LearningRejection(LearningTask task, RunSettings settings, long draws, int networks, boolean byWeights) {
        super(task, settings);
        this.draws = draws;
        this.networks = networks;
        this.byWeights = byWeights;
    }

    /**
     * A sampler with the defaults: 10 million draws, of which up to 1,000 accepted networks are tested at each number of samples, seed 0,
     * all processors.
     *
     * @param problem training and test samples
     * @param network the perceptron, with an output for each class, or one for two
     * @return a new sampler
     * @throws IllegalArgumentException if the outputs do not fit the classes
     */
    public static LearningRejection of(LearningProblem problem, Perceptron network) {
        return new LearningRejection(task(problem, network), RunSettings.defaults(), 10_000_000, 1000, false);
    }

    @Override
    LearningRejection with(LearningTask changed, RunSettings changedSettings) {
        return new LearningRejection(changed, changedSettings, draws, networks, byWeights);
    }

    @Override
    void addOwnSettings(Map<String, Object> all) {
        all.put("sampler", NAME);
        all.put("draws", draws);
        all.put("networks", networks);
        all.put("byWeights", byWeights);
    }

    @Override
    public LearningCurve run() {
        return new GuessRun(task, settings, draws, networks, byWeights).run();
    }

    /**
     * Sets how many networks are drawn.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningRejection draws(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("draws: " + count + "; at least 1 is allowed");
        }
        return new LearningRejection(task, settings, count, networks, byWeights);
    }

    /**
     * Sets how many accepted networks are tested at most for each tested number of training samples: the first ones.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningRejection networks(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("networks: " + count + "; at least 1 is allowed");
        }
        return new LearningRejection(task, settings, draws, count, byWeights);
    }

    /**
     * Sets whether every weight is drawn of Gaussian networks, too, for comparisons: other draws with the same law, made more slowly.
     *
     * @param value false by default
     * @return a changed copy
     */
    public LearningRejection byWeights(boolean value) {
        return new LearningRejection(task, settings, draws, networks, value);
    }
}
