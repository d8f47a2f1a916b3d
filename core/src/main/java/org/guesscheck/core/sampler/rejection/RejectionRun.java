package org.guesscheck.core.sampler.rejection;

import java.util.Optional;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendChooser;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.kernel.Replay;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/** Rejection from the question to the posterior. */
public final class RejectionRun implements SamplingRun {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    /** How many accepted draws a result lists. */
    public static final int RECORDED = 10_000;

    private final SamplingTask task;
    private final RunSettings settings;
    private final boolean reduce;
    private RejectionFold fold;
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
    }

    @Override
    public Posterior run() {
        BackendChooser chooser = Backends.chooser(settings.backend());
        Question question = question(task, settings, reduce);
        chosen = chooser.chosen(question, task.draws() / settings.threads());
        start = System.nanoTime();
        RejectionSetup setup = RejectionSetup.of(task, question, reduce);
        fold = new RejectionFold(setup);
        ProgressReports reports = new ProgressReports(settings.listener());
        Tally tally = fold.tally();
        KeptDraws kept = new KeptDraws();
        new ClaimLoop(question, chosen, setup, settings).execute(0, setup.claims(), claim -> {
            boolean enough = fold.add(claim, 1);
            if (settings.keepsDraws()) {
                kept.add(claim);
            }
            reports.tell(tally.draws(), fold.neededDraws(), tally.accepted());
            return enough;
        });
        reports.end(tally.draws(), tally.accepted());
        Posterior posterior = posterior("");
        return settings.keepsDraws()
                ? posterior.withDraws(
                        kept.draws(question, chosen, task.thresholds().asked(), settings))
                : posterior;
    }

    @Override
    public Optional<Posterior> partial() {
        long draws = fold == null ? 0 : fold.tally().draws();
        return draws == 0
                ? Optional.empty()
                : Optional.of(posterior("cancelled after " + draws + " of " + task.draws() + " draws"));
    }

    private Posterior posterior(String note) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        return fold.posterior(new Execution(chosen.name(), settings.threads(), seconds), note);
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

    static Question question(SamplingTask task, RunSettings settings, boolean reduce) {
        Question question = task.question(RejectionSetup.fullEvery(task.draws()), settings.cancelled());
        return reduce ? question.reduced() : question;
    }
}
