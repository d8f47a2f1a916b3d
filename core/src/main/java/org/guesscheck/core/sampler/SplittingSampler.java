package org.guesscheck.core.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;

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
 * level that was reached.
 */
public final class SplittingSampler extends Sampler<SplittingSampler> {
    /** The name of the method in results. */
    public static final String NAME = "splitting";

    /** The name of the relative standard error of p among the diagnostics. */
    public static final String PROBABILITY_ERROR = "probabilityRelativeError";

    /** Replicas after which a wanted error is given up: their particles are kept for the quantiles. */
    public static final int MOST_REPLICAS = 4096;

    /** Replicas that are run before their scatter is trusted to say how many more are needed. */
    static final int FIRST_REPLICAS = 16;

    /** Draws from the prior for every particle: at most particles, these are much cheaper than levels. */
    private static final int DRAWS_PER_PARTICLE = 16;

    // What these four cost and buy: bench/docs/splitting.md.
    private static final double SURVIVORS = 0.5;
    private static final double MEMORY = 0.9;
    private static final int FINAL_FACTOR = 2;
    private static final double ACCEPTANCE = 0.25;

    /** Share of the Java heap that particles may take. */
    private static final double HEAP_SHARE = 0.75;

    private static final int PARTICLES = 512;

    /** Networks that a run with the default settings evaluates at least; a smaller budget is refused. */
    public static final long LEAST_DRAWS = tuning(PARTICLES, 0).leastEvaluations();

    private int particles = PARTICLES;
    private int replicas = FIRST_REPLICAS;
    private int sweeps;

    private SplittingSampler(Problem problem, Network network) {
        super(problem, network, 1L << 40);
    }

    @Override
    SplittingSampler self() {
        return this;
    }

    /**
     * A sampler with the defaults: threshold 0.02, 16 replicas of 512 particles, sweeps as the pilot run finds them needed,
     * seed 0, all processors, the best backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     */
    public static SplittingSampler of(Problem problem, Network network) {
        return new SplittingSampler(problem, network);
    }

    /**
     * Sets the particles of a replica. Its relative error falls with their square root; its memory is 4 bytes for every weight
     * of every particle.
     *
     * @param count a multiple of 16, 16 to 1,048,576
     * @return this sampler
     * @throws IllegalArgumentException if it is another
     */
    public SplittingSampler particles(int count) {
        if (count < 16 || count > 1 << 20 || count % 16 != 0) {
            throw new IllegalArgumentException(
                    "particles: " + count + "; a multiple of 16 from 16 to 1048576 is allowed");
        }
        particles = count;
        return this;
    }

    /**
     * Sets how many replicas run when no error is wanted; fewer than 4 give an estimate that is marked untrustworthy.
     *
     * @param count 1 to {@link #MOST_REPLICAS}
     * @return this sampler
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSampler replicas(int count) {
        if (count < 1 || count > MOST_REPLICAS) {
            throw new IllegalArgumentException("replicas: " + count + "; 1 to " + MOST_REPLICAS + " is allowed");
        }
        replicas = count;
        return this;
    }

    /**
     * Sets how often every particle is moved at a level, and twice as often at a threshold.
     *
     * @param count up to 10,000; 0, the default, lets the pilot run find at each level how many moves it takes until losses
     *     differ from those that particles were copied with
     * @return this sampler
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSampler sweeps(int count) {
        if (count < 0 || count > 10_000) {
            throw new IllegalArgumentException("sweeps: " + count + "; 0 to 10000 is allowed");
        }
        sweeps = count;
        return this;
    }

    @Override
    public Posterior run() {
        Backend named = Backends.named(backend);
        if (draws < leastDraws()) {
            throw new IllegalArgumentException("draws: " + draws + "; at least " + leastDraws()
                    + " are needed for the pilot run of splitting and one replica of " + particles + " particles");
        }
        float[] thresholds = Thresholds.falling(eps);
        Question question = question(1);
        long bytes = ParticleKernel.bytes(question, particles);
        int atOnce = atOnce(bytes);
        SplittingRun run =
                new SplittingRun(question, particles, seed, thresholds, atOnce, executor, progress, cancelled);
        SplittingPlan plan;
        try {
            // A pilot is short; what it says of the replicas' length decides whether backends are worth measuring.
            plan = run.plan(named.chosen(question, 1), tuning(), draws);
        } catch (CancellationException e) {
            throw new SamplingCancelledException(null);
        }
        Backend chosen = named.chosen(question, CostModel.MOVE_IN_DRAWS * plan.evaluations() * replicas / atOnce);
        run.use(chosen);
        String end;
        try {
            end = replicate(run, plan);
        } catch (CancellationException e) {
            int done = run.replicas().size();
            throw new SamplingCancelledException(
                    done == 0 ? null : posterior(run, plan, chosen, bytes, "cancelled after " + done + " replicas"));
        }
        run.end();
        return posterior(run, plan, chosen, bytes, end);
    }

    private Posterior posterior(SplittingRun run, SplittingPlan plan, Backend chosen, long bytes, String end) {
        float[] thresholds = Thresholds.falling(eps);
        List<Replica> done = run.replicas();
        SplittingEstimates estimates = new SplittingEstimates(done);
        List<ThresholdEstimate> answers = Arrays.stream(eps)
                .mapToObj(e -> estimates.estimate(e, Thresholds.position(thresholds, (float) e)))
                .toList();
        return new Posterior(
                NAME,
                chosen.name(),
                threads,
                seed,
                run.evaluations(),
                run.seconds(),
                estimates.prior(),
                answers,
                List.of(),
                SplittingDiagnostics.of(plan, done, thresholds, bytes, answers, relativeError, end),
                estimates.digest());
    }

    /** Networks that are evaluated at least: a budget below it is refused. */
    long leastDraws() {
        return tuning().leastEvaluations();
    }

    SplittingTuning tuning() {
        return tuning(particles, sweeps);
    }

    private static SplittingTuning tuning(int particles, int sweeps) {
        return new SplittingTuning(
                particles, DRAWS_PER_PARTICLE * particles, sweeps, MEMORY, FINAL_FACTOR, SURVIVORS, ACCEPTANCE);
    }

    /** How many replicas fit into memory at a time. */
    private int atOnce(long bytes) {
        double free = HEAP_SHARE * Runtime.getRuntime().maxMemory();
        if (bytes > free) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "particles: %d of this network need %.0f MB of the %.0f MB that the JVM may use; a smaller"
                            + " width or depth, or a larger heap (-Xmx), is needed",
                    particles,
                    bytes / 1e6,
                    free / 1e6));
        }
        return (int) Math.min(threads, free / bytes);
    }

    /** Runs replicas and says why it stopped. */
    private String replicate(SplittingRun run, SplittingPlan plan) {
        // The pilot leaves enough for one.
        long affordable = (draws - run.evaluations()) / plan.evaluations();
        int most = (int) Math.min(relativeError > 0 ? MOST_REPLICAS : replicas, affordable);
        int now = Math.min(most, relativeError > 0 ? FIRST_REPLICAS : replicas);
        run.extend(plan, now, now);
        if (!plan.reached()) {
            return now + " replicas bound the probability";
        }
        if (!(relativeError > 0)) {
            return now < replicas
                    ? "the budget of " + draws + " evaluations was spent after " + now + " of " + replicas + " replicas"
                    : "all " + now + " replicas ran";
        }
        double reached = error(run);
        while (reached > relativeError && now < most) {
            // Aim at what the scatter so far asks for, in steps that at most double the replicas.
            double needed = now * reached * reached / (relativeError * relativeError);
            now = (int) Math.min(most, Math.clamp(Math.ceil(needed), now + 2.0, 2.0 * now));
            run.extend(plan, now, (long) Math.clamp(Math.ceil(needed), now, most));
            reached = error(run);
        }
        return String.format(
                Locale.ROOT,
                reached <= relativeError
                        ? "the relative error %s was reached with %d replicas (%.3g)"
                        : "the budget was spent before the relative error %s was reached: %d replicas gave %.3g",
                relativeError,
                now,
                reached);
    }

    /** The largest relative error of the mean at a threshold; infinite while it is not known. */
    private static double error(SplittingRun run) {
        SplittingEstimates estimates = new SplittingEstimates(run.replicas());
        double largest = 0;
        for (int t = 0; t < estimates.thresholds(); t++) {
            double error = estimates.relativeError(t);
            largest = Math.max(largest, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
        }
        return largest;
    }
}
