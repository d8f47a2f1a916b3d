package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;

/** Draws networks, each until a sample is wrong, and tests the first accepted ones. */
public final class GuessRun {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    private final LearningTask task;
    private final RunSettings settings;
    private final GuessSettings how;

    /**
     * Prepares nothing yet.
     *
     * @param task which curve
     * @param settings how it is run
     * @param how how networks are drawn
     */
    public GuessRun(LearningTask task, RunSettings settings, GuessSettings how) {
        this.task = task;
        this.settings = settings;
        this.how = how;
    }

    /**
     * Draws.
     *
     * @return the curve
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public LearningCurve run() {
        ProgressReports reports = new ProgressReports(settings.listener());
        GuessWork work = new GuessWork(task, settings, how);
        GuessFold fold = new GuessFold(task, how, work);
        work.draw(0, how.claims(), next -> {
            fold.add(next, 1);
            reports.tell(fold.draws(), how.draws(), fold.accepted());
        });
        AcceptedTests.Found found = fold.test();
        reports.end(how.draws(), fold.accepted());
        return fold.curve(found, new Execution(work.backend().name(), settings.threads(), reports.seconds()));
    }
}
