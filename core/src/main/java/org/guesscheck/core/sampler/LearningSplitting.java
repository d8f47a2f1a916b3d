package org.guesscheck.core.sampler;

import java.util.Map;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.learning.CurveDivision;
import org.guesscheck.core.sampler.learning.CurveRun;
import org.guesscheck.core.sampler.learning.CurveSettings;
import org.guesscheck.core.sampler.learning.LearningTask;
import org.guesscheck.core.sampler.work.RunSettings;

/**
 * The learning curve by multilevel splitting, for probabilities that rejection can't reach: a level is one more training sample.
 *
 * <p>A replica draws networks from the prior and adds one sample after the other. Particles that do not fit it are replaced by copies of those that do, and
 * then all are moved by a Markov chain that leaves the prior of the networks that fit all these samples as it is. A pilot run
 * chooses the lengths of moves, which are then frozen: so the product of the shares of survivors is an estimate of p without bias, at every number of
 * samples. Reported are the mean over replicas and the accuracy weighted by it, with jackknife intervals. Immutable.
 */
public final class LearningSplitting extends LearningSampler<LearningSplitting> {
    /** The name of the method in results. */
    public static final String NAME = CurveRun.NAME;

    /** Replicas that may run at most. */
    public static final int MOST_REPLICAS = CurveSettings.MOST_REPLICAS;

    private final CurveSettings how;

    private LearningSplitting(LearningTask task, RunSettings settings, CurveSettings how) {
        super(task, settings);
        this.how = how;
    }

    /**
     * A sampler with the defaults: 16 replicas of 1,024 networks, 6 moves of each after every sample, seed 0, all processors.
     *
     * @param problem training and test samples
     * @param network the perceptron, with an output for each class, or one for two
     * @return a new sampler
     * @throws IllegalArgumentException if the outputs do not fit the classes
     */
    public static LearningSplitting of(LearningProblem problem, Perceptron network) {
        return new LearningSplitting(task(problem, network), RunSettings.defaults(), CurveSettings.DEFAULTS);
    }

    @Override
    LearningSplitting with(LearningTask changed, RunSettings changedSettings) {
        return new LearningSplitting(changed, changedSettings, how);
    }

    @Override
    void addOwnSettings(Map<String, Object> all) {
        all.put("sampler", NAME);
        all.put("particles", how.particles());
        all.put("sweeps", how.sweeps());
        all.put("replicas", how.replicas());
        all.put("relativeError", how.relativeError());
    }

    @Override
    public LearningCurve run() {
        return new CurveRun(task, settings, how).run();
    }

    @Override
    String method() {
        return CurveDivision.METHOD;
    }

    @Override
    Division<LearningCurve> divided(Identity identity) {
        return CurveDivision.of(identity, task, settings, how);
    }

    static Division<LearningCurve> read(LearningTask task, RunSettings settings, PartInput in) {
        LearningSplitting read = new LearningSplitting(task, settings, CurveDivision.readSettings(in));
        return CurveDivision.read(read.identity(), task, settings, read.how, in);
    }

    private LearningSplitting with(CurveSettings changed) {
        return new LearningSplitting(task, settings, changed);
    }

    /**
     * Sets the networks of a replica.
     *
     * @param count a multiple of 16, 16 to 1,048,576
     * @return a changed copy
     * @throws IllegalArgumentException if it is another
     */
    public LearningSplitting particles(int count) {
        return with(new CurveSettings(count, how.sweeps(), how.replicas(), how.relativeError()));
    }

    /**
     * Sets how often every network is moved after each sample; multiples of 3 move all numbers, the first layer's and the others equally
     * often.
     *
     * @param count 1 to 10,000
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public LearningSplitting sweeps(int count) {
        return with(new CurveSettings(how.particles(), count, how.replicas(), how.relativeError()));
    }

    /**
     * Sets how many replicas run, or at most run where an error is wanted; fewer than 4 give a curve that is marked untrustworthy.
     *
     * @param count 1 to 4,096
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public LearningSplitting replicas(int count) {
        return with(new CurveSettings(how.particles(), how.sweeps(), count, how.relativeError()));
    }

    /**
     * Stops once the standard error of p at the last number of samples is small enough; the number of replicas is then the most that may
     * run.
     *
     * @param share wanted standard error over p, above 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public LearningSplitting relativeError(double share) {
        return with(new CurveSettings(how.particles(), how.sweeps(), how.replicas(), share));
    }
}
