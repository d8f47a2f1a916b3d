package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;

/** Splitting over samples: a pilot run, and independent replicas. */
public final class CurveRun {
    /** The name of the method in results. */
    public static final String NAME = "splitting";

    private final LearningTask task;
    private final RunSettings settings;
    private final CurveSettings how;

    /**
     * Prepares nothing yet.
     *
     * @param task which curve
     * @param settings how it is run
     * @param how particles, sweeps and replicas
     */
    public CurveRun(LearningTask task, RunSettings settings, CurveSettings how) {
        this.task = task;
        this.settings = settings;
        this.how = how;
    }

    /**
     * Runs.
     *
     * @return the curve
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public LearningCurve run() {
        ProgressReports reports = new ProgressReports(settings.listener());
        CurveWork work = new CurveWork(task, settings, how, null);
        CurveFold fold = new CurveFold(task, how, work.lengths());
        long perReplica = (long) how.particles() * how.sweeps() * task.samples();
        work.run(0, how.replicas(), next -> {
            boolean complete = fold.add(next);
            reports.tell(perReplica * fold.count(), perReplica * how.replicas(), next.survivors()[task.samples() - 1]);
            return complete;
        });
        reports.end(fold.moves(), fold.survivors());
        return fold.curve(new Execution(work.backend().name(), settings.threads(), reports.seconds()));
    }
}
