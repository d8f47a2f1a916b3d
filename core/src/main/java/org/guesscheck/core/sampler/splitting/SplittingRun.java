package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.Thresholds;

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

    private final SamplingTask task;
    private final RunSettings settings;
    private final SplittingSettings splitting;
    private SplittingWork work;
    private SplittingFold fold;

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
    }

    @Override
    public Posterior run() {
        work = new SplittingWork(task, settings, splitting, null);
        work.begin(0, splitting.replicas());
        fold = new SplittingFold(work.setup());
        while (!fold.complete()) {
            fold.add(work.extend((int) fold.wanted(), fold.expected()));
        }
        work.replicas().end();
        Posterior posterior = fold.result(new Provenance(
                "", work.chosen().name(), settings.threads(), work.replicas().seconds()));
        return settings.keepsDraws() ? posterior.withDraws(draws()) : posterior;
    }

    private List<WeightedDraws> draws() {
        SplittingEstimates estimates = new SplittingEstimates(work.replicas().replicas());
        float[] falling = task.thresholds().falling();
        return Arrays.stream(task.thresholds().asked())
                .mapToObj(eps -> estimates.draws(Thresholds.position(falling, eps)))
                .toList();
    }

    @Override
    public Optional<Posterior> partial() {
        List<Replica> done = fold == null ? List.of() : work.replicas().replicas();
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Execution execution = new Execution(
                work.chosen().name(), settings.threads(), work.replicas().seconds());
        return Optional.of(fold.posterior(done, execution, "cancelled after " + done.size() + " replicas"));
    }
}
