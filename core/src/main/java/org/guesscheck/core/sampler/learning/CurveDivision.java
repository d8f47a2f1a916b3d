package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.work.RunSettings;

/** Splitting over samples in replicas. The pilot run's lengths of moves travel with the question. */
public final class CurveDivision implements Division<LearningCurve> {
    /** The name of the method in questions and parts. */
    public static final String METHOD = "learning-" + CurveRun.NAME;

    private final Identity identity;
    private final LearningTask task;
    private final RunSettings settings;
    private final CurveSettings how;
    private final StepLengths known;
    private CurveWork work;

    private CurveDivision(
            Identity identity, LearningTask task, RunSettings settings, CurveSettings how, StepLengths known) {
        this.identity = identity;
        this.task = task;
        this.settings = settings;
        this.how = how;
        this.known = known;
    }

    /**
     * Prepares nothing yet.
     *
     * @param identity the question
     * @param task which curve
     * @param settings how parts are computed
     * @param how particles, sweeps and replicas
     * @return the division
     */
    public static CurveDivision of(Identity identity, LearningTask task, RunSettings settings, CurveSettings how) {
        return new CurveDivision(identity, task, settings, how, null);
    }

    /**
     * The division of a question that another one has put into bytes.
     *
     * @param identity the question
     * @param task which curve
     * @param settings how parts are computed
     * @param how of {@link #readSettings}
     * @param in what follows these settings
     * @return the division
     */
    public static CurveDivision read(
            Identity identity, LearningTask task, RunSettings settings, CurveSettings how, PartInput in) {
        return new CurveDivision(identity, task, settings, how, in.nextFlag() ? StepLengths.read(in) : null);
    }

    /**
     * Reads the method's own settings, which follow the task.
     *
     * @param in at their beginning
     * @return particles, sweeps and replicas
     */
    public static CurveSettings readSettings(PartInput in) {
        return new CurveSettings((int) in.nextCount(), (int) in.nextCount(), (int) in.nextCount(), in.nextDouble());
    }

    @Override
    public Identity identity() {
        return identity;
    }

    private CurveWork work() {
        if (work == null) {
            work = new CurveWork(task, settings, how, known);
        }
        return work;
    }

    @Override
    public long pieces() {
        return how.replicas();
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(pieces());
        PartOutput results = new PartOutput();
        work().run(span.first(), span.count(), replica -> {
            CurveReplicaBytes.write(replica, results);
            return false;
        });
        PartOutput shared = new PartOutput();
        work.lengths().write(shared);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Provenance by = new Provenance("", work.backend().name(), settings.threads(), seconds);
        return Part.of(identity, span, by, shared, results);
    }

    @Override
    public Folding<LearningCurve> folding() {
        return new Folding<>(new CurveFold(task, how, work().lengths()));
    }

    @Override
    public byte[] question() {
        PartOutput out = LearningTaskBytes.begin(METHOD, task);
        out.putCount(how.particles()).putCount(how.sweeps()).putCount(how.replicas());
        out.putDouble(how.relativeError());
        StepLengths found = work == null ? known : work.lengths();
        out.putFlag(found != null);
        if (found != null) {
            found.write(out);
        }
        return out.bytes();
    }
}
