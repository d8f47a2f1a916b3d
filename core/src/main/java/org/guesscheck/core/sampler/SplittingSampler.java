package org.guesscheck.core.sampler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.splitting.SplittingDivision;
import org.guesscheck.core.sampler.splitting.SplittingPilot;
import org.guesscheck.core.sampler.splitting.SplittingRun;
import org.guesscheck.core.sampler.splitting.SplittingSettings;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * Guess and Check where almost nothing is accepted: multilevel splitting (Au and Beck 2001; Cerou, Del Moral, Furon and Guyader
 * 2012) reaches the posterior of {@link RejectionSampler} through falling thresholds, called levels.
 *
 * <p>A replica draws from the prior, keeps what is below the first level, and then, level by level, replaces the particles
 * that are not below it by copies of those that are and moves all of them by a Markov chain that leaves the prior below the
 * level as it is. A pilot run chooses levels and step sizes, and then they are frozen: so the acceptance probability p_r of a
 * replica, the product of the shares of survivors, is unbiased, and so is p_r times its mean generalization loss. Reported are
 * p = mean p_r and sum p_r m_r / sum p_r, with jackknife intervals over replicas, that of p on the logarithm's scale.
 *
 * <p>The result is a function of problem, network, settings and seed alone: it has the same bits on every backend and with
 * any number of threads. With a wanted relative error, replicas are added until it is reached at
 * every threshold. Where no particle gets below a threshold, its acceptance probability has an upper bound only: that of the last
 * level that was reached. Immutable.
 */
public final class SplittingSampler extends Sampler<SplittingSampler> {
    /** The name of the method in results. */
    public static final String NAME = SplittingRun.NAME;

    /** The name of the relative standard error of p among the diagnostics. */
    public static final String PROBABILITY_ERROR = SplittingRun.PROBABILITY_ERROR;

    /** Replicas after which a wanted error is given up: their particles are kept for the quantiles. */
    public static final int MOST_REPLICAS = SplittingSettings.MOST_REPLICAS;

    /** Networks that a run with the default settings evaluates at least; a smaller budget is refused. */
    public static final long LEAST_DRAWS = SplittingSettings.DEFAULTS.leastEvaluations();

    private static final long DRAWS = 1L << 40;

    private final SplittingSettings splitting;

    /** The outcome of the pilot run where another machine has made it; null otherwise. */
    private final SplittingPilot pilot;

    private SplittingSampler(SamplingTask task, RunSettings settings, SplittingSettings splitting) {
        this(task, settings, splitting, null);
    }

    private SplittingSampler(
            SamplingTask task, RunSettings settings, SplittingSettings splitting, SplittingPilot pilot) {
        super(task, settings);
        this.splitting = splitting;
        this.pilot = pilot;
    }

    @Override
    SplittingSampler with(SamplingTask changed, RunSettings changedSettings) {
        // A pilot run is that of its task.
        return new SplittingSampler(changed, changedSettings, splitting, changed == task ? pilot : null);
    }

    @Override
    SamplingRun start() {
        return new SplittingRun(task, settings, splitting);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    Map<String, String> ownSettings() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("particles", Integer.toString(splitting.particles()));
        own.put("fitted particles", Boolean.toString(splitting.fitted()));
        own.put("replicas", Integer.toString(splitting.replicas()));
        own.put("sweeps", Integer.toString(splitting.sweeps()));
        return own;
    }

    @Override
    Division<Posterior> divided(Identity identity) {
        return new SplittingDivision(identity, task, settings, splitting, pilot);
    }

    static SplittingSampler read(SamplingTask task, PartInput in) {
        return new SplittingSampler(task, RunSettings.defaults(), SplittingSettings.read(in), SplittingPilot.read(in));
    }

    /**
     * A sampler with the defaults: threshold 0.02, 16 replicas of 512 particles, or of fewer
     * where the pilot run finds that these suffice for a wanted relative error, sweeps as it finds them needed,
     * seed 0, all processors, the best backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     */
    public static SplittingSampler of(Problem problem, Network network) {
        return new SplittingSampler(
                SamplingTask.of(problem, network, DRAWS), RunSettings.defaults(), SplittingSettings.DEFAULTS);
    }

    /**
     * Sets the particles of a replica. Its relative error falls with their square root; its memory is 4 bytes for every weight
     * of every particle.
     *
     * @param count a multiple of 16, 16 to 1,048,576
     * @return a changed copy
     * @throws IllegalArgumentException if it is another
     */
    public SplittingSampler particles(int count) {
        return new SplittingSampler(task, settings, splitting.particles(count));
    }

    /**
     * Sets how many replicas run when no error is wanted; fewer than 4 give an estimate that is marked untrustworthy.
     *
     * @param count 1 to {@link #MOST_REPLICAS}
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSampler replicas(int count) {
        return new SplittingSampler(task, settings, splitting.replicas(count));
    }

    /**
     * Sets how often every particle is moved at a level, and twice as often at a threshold.
     *
     * @param count up to 10,000; 0, the default, lets the pilot run find at each level how many moves it takes until losses
     *     differ from those that particles were copied with
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSampler sweeps(int count) {
        return new SplittingSampler(task, settings, splitting.sweeps(count));
    }

    /** Networks that are evaluated at least: a budget below it is refused. */
    long leastDraws() {
        return splitting.leastEvaluations();
    }
}
