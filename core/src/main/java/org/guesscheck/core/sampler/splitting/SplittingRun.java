package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendChooser;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.Thresholds;
import org.guesscheck.core.sampler.work.TrustRules;

/** Splitting from the question to the posterior: a pilot run, then replicas until there are enough. */
public final class SplittingRun implements SamplingRun {
    /** The name of the method in results. */
    public static final String NAME = "splitting";

    /** The name of the relative standard error of p among the diagnostics. */
    public static final String PROBABILITY_ERROR = "probabilityRelativeError";

    /** A particle's move costs this many draws: it stores, judges fully and copies what it accepts. */
    public static final int MOVE_IN_DRAWS = 3;

    /** Replicas that are run before their scatter is trusted to say how many more are needed. */
    static final int FIRST_REPLICAS = 16;

    /** Share of the Java heap that particles may take. */
    private static final double HEAP_SHARE = 0.75;

    private final SamplingTask task;
    private final RunSettings settings;
    private final SplittingSettings splitting;
    private final float[] thresholds;
    private ReplicaLoop replicas;
    private SplittingPlan plan;
    private Backend chosen;
    private Coordinates coordinates;
    private long bytes;

    /**
     * Prepares nothing yet.
     *
     * @param task what is sampled; its draws are the budget of evaluated networks
     * @param settings how it is run
     * @param splitting the method's own settings
     */
    public SplittingRun(SamplingTask task, RunSettings settings, SplittingSettings splitting) {
        this.task = task;
        this.settings = settings;
        this.splitting = splitting;
        thresholds = task.thresholds().falling();
    }

    @Override
    public Posterior run() {
        BackendChooser chooser = Backends.chooser(settings.backend());
        if (task.draws() < splitting.leastEvaluations()) {
            throw new IllegalArgumentException("draws: " + task.draws() + "; at least "
                    + splitting.leastEvaluations() + " are needed for the pilot run of splitting and one replica of "
                    + splitting.particles() + " particles");
        }
        Question question = task.question(1, settings.cancelled()).reduced();
        coordinates = question.coordinates();
        bytes = ParticleKernel.bytes(question, splitting.particles());
        int atOnce = atOnce();
        replicas = new ReplicaLoop(question, task.seed(), thresholds, settings.threads(atOnce));
        // A pilot is short; what it says of the replicas' length decides whether backends are worth measuring.
        plan = replicas.plan(chooser.chosen(question, 1), splitting.tuning(), task.draws(), size());
        chosen = chooser.chosen(question, MOVE_IN_DRAWS * plan.evaluations() * splitting.replicas() / atOnce);
        replicas.use(chosen);
        bytes = ParticleKernel.bytes(question, plan.particles());
        String end = replicate();
        replicas.end();
        Posterior posterior = posterior(end);
        if (!settings.keepsDraws()) {
            return posterior;
        }
        SplittingEstimates estimates = new SplittingEstimates(replicas.replicas());
        return posterior.withDraws(Arrays.stream(task.thresholds().asked())
                .mapToObj(eps -> estimates.draws(Thresholds.position(thresholds, eps)))
                .toList());
    }

    @Override
    public Optional<Posterior> partial() {
        int done = replicas == null ? 0 : replicas.replicas().size();
        return done == 0 ? Optional.empty() : Optional.of(posterior("cancelled after " + done + " replicas"));
    }

    private Posterior posterior(String end) {
        List<Replica> done = replicas.replicas();
        SplittingEstimates estimates = new SplittingEstimates(done);
        List<ThresholdEstimate> answers = Arrays.stream(task.thresholds().asked())
                .mapToObj(eps -> estimates.estimate(eps, Thresholds.position(thresholds, eps)))
                .toList();
        Diagnostics diagnostics =
                SplittingDiagnostics.of(plan, done, thresholds, bytes, answers, task.relativeError(), end);
        return new Posterior(
                new Origin(NAME, task.seed(), replicas.evaluations(), estimates.digest()),
                new Execution(chosen.name(), settings.threads(), replicas.seconds()),
                estimates.prior(),
                answers,
                List.of(),
                coordinates == Coordinates.WEIGHTS
                        ? diagnostics
                        : diagnostics.notedFirst(List.of(Reduction.note(coordinates))));
    }

    private ReplicaSize size() {
        return new ReplicaSize(splitting.tuning().particles(), splitting.fewerAllowed() ? task.relativeError() : 0);
    }

    /** How many replicas fit into memory at a time. */
    private int atOnce() {
        double free = HEAP_SHARE * Runtime.getRuntime().maxMemory();
        if (bytes > free) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "particles: %d of this network need %.0f MB of the %.0f MB that the JVM may use; a smaller"
                            + " width or depth, or a larger heap (-Xmx), is needed",
                    splitting.particles(),
                    bytes / 1e6,
                    free / 1e6));
        }
        return (int) Math.min(settings.threads(), free / bytes);
    }

    /** Runs replicas and says why it stopped. */
    private String replicate() {
        double wanted = task.relativeError();
        // The pilot leaves enough for one.
        long affordable = (task.draws() - replicas.evaluations()) / plan.evaluations();
        int asked = splitting.replicas();
        int most = (int) Math.min(task.wantsError() ? SplittingSettings.MOST_REPLICAS : asked, affordable);
        int now = Math.min(most, task.wantsError() ? FIRST_REPLICAS : asked);
        replicas.extend(plan, now, now);
        if (!plan.reached()) {
            return now + " replicas bound the probability";
        }
        if (!task.wantsError()) {
            return now < asked
                    ? "the budget of " + task.draws() + " evaluations was spent after " + now + " of " + asked
                            + " replicas"
                    : "all " + now + " replicas ran";
        }
        double reached = error();
        double missing = missing();
        while ((reached > wanted || missing > 1) && now < most) {
            // Aim at what the scatter and the checks so far ask for, in steps that at most double the replicas.
            double needed = now * Math.max(reached * reached / (wanted * wanted), missing);
            now = (int) Math.min(most, Math.clamp(Math.ceil(needed), now + 2.0, 2.0 * now));
            replicas.extend(plan, now, (long) Math.clamp(Math.ceil(needed), now, most));
            reached = error();
            missing = missing();
        }
        return String.format(
                Locale.ROOT,
                reached <= wanted
                        ? "the relative error %s was reached with %d replicas (%.3g)"
                        : "the budget was spent before the relative error %s was reached: %d replicas gave %.3g",
                wanted,
                now,
                reached);
    }

    /** How many times as many replicas it would take to pass the checks of ancestors and accepted draws; at most 1 if none. */
    private double missing() {
        List<Replica> done = replicas.replicas();
        double fewest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < thresholds.length; t++) {
            fewest = Math.min(fewest, new SplittingEstimates(done).accepted(t));
        }
        double ofAccepted = TrustRules.LEAST_ACCEPTED / fewest;
        // Where the number of accepted draws is not known, the error is not either, and more replicas run anyway.
        return Math.max(SplittingDiagnostics.missingAncestors(plan, done), Double.isNaN(ofAccepted) ? 0 : ofAccepted);
    }

    /** The largest relative error of the mean at a threshold; infinite while it is not known. */
    private double error() {
        SplittingEstimates estimates = new SplittingEstimates(replicas.replicas());
        double largest = 0;
        for (int t = 0; t < thresholds.length; t++) {
            double error = estimates.relativeError(t);
            largest = Math.max(largest, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
        }
        return largest;
    }
}
