package org.guesscheck.core.sampler.rejection;

import java.util.Optional;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendChooser;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.kernel.Replay;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/** Rejection from the question to the posterior. */
public final class RejectionRun implements SamplingRun {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    /** How many accepted draws a result lists. */
    public static final int RECORDED = 10_000;

    /** Up to here every draw enters the prior's mean. */
    private static final long ALL_SAMPLED = 1 << 20;

    private final SamplingTask task;
    private final RunSettings settings;
    private final boolean reduce;
    private final Tally tally;
    private Backend chosen;
    private long start;

    /**
     * Prepares nothing yet.
     *
     * @param task what is sampled
     * @param settings how it is run
     * @param reduce whether the product is drawn through fewer numbers where {@link Reduction} knows how
     */
    public RejectionRun(SamplingTask task, RunSettings settings, boolean reduce) {
        this.task = task;
        this.settings = settings;
        this.reduce = reduce;
        tally = new Tally(task.thresholds().asked(), settings.keepsDraws());
    }

    @Override
    public Posterior run() {
        BackendChooser chooser = Backends.chooser(settings.backend());
        Question question = question(task, settings, reduce);
        chosen = chooser.chosen(question, task.draws() / settings.threads());
        start = System.nanoTime();
        new ClaimLoop(question, chosen, tally, task, settings).execute();
        Posterior posterior = posterior(diagnostics());
        return tally.kept()
                .map(kept -> kept.draws(question, chosen, task.thresholds().asked(), settings))
                .map(posterior::withDraws)
                .orElse(posterior);
    }

    @Override
    public Optional<Posterior> partial() {
        if (tally.draws() == 0) {
            return Optional.empty();
        }
        String note = "cancelled after " + tally.draws() + " of " + task.draws() + " draws";
        return Optional.of(posterior(diagnostics().note(note)));
    }

    private Diagnostics.Builder diagnostics() {
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        return reduce
                ? diagnostics.note(
                        Reduction.note(Reduction.coordinates(task.problem().rows(), task.network())))
                : diagnostics;
    }

    private Posterior posterior(Diagnostics.Builder diagnostics) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        tally.judge(diagnostics, task.relativeError());
        return new Posterior(
                new Origin(NAME, task.seed(), tally.draws(), tally.digest()),
                new Execution(chosen.name(), settings.threads(), seconds),
                tally.prior(),
                tally.estimates(),
                tally.recorded(),
                diagnostics.build());
    }

    /**
     * Makes one draw again.
     *
     * @param task of the run that made it
     * @param settings of which the condition that cancels counts
     * @param reduce whether that run reduced
     * @param draw its index, at least 0
     * @return its weights or the factors of its coordinates, product and losses, to the bit
     */
    public static ReplayedDraw replay(SamplingTask task, RunSettings settings, boolean reduce, long draw) {
        return Replay.of(question(task, settings, reduce), draw, ReplayedDraw::new);
    }

    private static Question question(SamplingTask task, RunSettings settings, boolean reduce) {
        Question question = task.question(task.draws() <= ALL_SAMPLED ? 1 : 64, settings.cancelled());
        return reduce ? question.reduced() : question;
    }
}
