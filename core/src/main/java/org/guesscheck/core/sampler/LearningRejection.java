package org.guesscheck.core.sampler;

import java.util.Map;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.learning.GuessDivision;
import org.guesscheck.core.sampler.learning.GuessRun;
import org.guesscheck.core.sampler.learning.GuessSettings;
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

    private final GuessSettings how;

    private LearningRejection(LearningTask task, RunSettings settings, GuessSettings how) {
        super(task, settings);
        this.how = how;
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
        return new LearningRejection(task(problem, network), RunSettings.defaults(), GuessSettings.DEFAULTS);
    }

    @Override
    LearningRejection with(LearningTask changed, RunSettings changedSettings) {
        return new LearningRejection(changed, changedSettings, how);
    }

    @Override
    void addOwnSettings(Map<String, Object> all) {
        all.put("sampler", NAME);
        all.put("draws", how.draws());
        all.put("networks", how.networks());
        all.put("byWeights", how.byWeights());
    }

    @Override
    public LearningCurve run() {
        return new GuessRun(task, settings, how).run();
    }

    @Override
    String method() {
        return GuessDivision.METHOD;
    }

    @Override
    Division<LearningCurve> divided(Identity identity) {
        return new GuessDivision(identity, task, settings, how);
    }

    static Division<LearningCurve> read(LearningTask task, RunSettings settings, PartInput in) {
        return new LearningRejection(task, settings, GuessSettings.read(in)).divided();
    }

    private LearningRejection with(GuessSettings changed) {
        return new LearningRejection(task, settings, changed);
    }

    /**
     * Sets how many networks are drawn.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningRejection draws(long count) {
        return with(new GuessSettings(count, how.networks(), how.byWeights()));
    }

    /**
     * Sets how many accepted networks are tested at most for each tested number of training samples: the first ones.
     *
     * @param count at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public LearningRejection networks(int count) {
        return with(new GuessSettings(how.draws(), count, how.byWeights()));
    }

    /**
     * Sets whether every weight is drawn of Gaussian networks, too, for comparisons: other draws with the same law, made more slowly.
     *
     * @param value false by default
     * @return a changed copy
     */
    public LearningRejection byWeights(boolean value) {
        return with(new GuessSettings(how.draws(), how.networks(), value));
    }
}
