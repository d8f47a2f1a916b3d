package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.sampler.work.Rounds;
import org.guesscheck.core.sampler.work.StoppingSchedule;

/** Folds replicas, or parts that other machines made of some of them, until there are enough. */
final class CurveFold implements PartFold<LearningCurve> {
    /** Replicas after which the error is looked at for the first time. */
    private static final int FIRST_LOOK = 8;

    private final LearningTask task;
    private final CurveSettings how;
    private final StepLengths lengths;
    private final List<CurveReplica> replicas = new ArrayList<>();
    private final StoppingSchedule looks = new StoppingSchedule(FIRST_LOOK);
    private boolean enough;

    CurveFold(LearningTask task, CurveSettings how, StepLengths lengths) {
        this.task = task;
        this.how = how;
        this.lengths = lengths;
    }

    /** Takes the next replica; true if there are enough now. */
    boolean add(CurveReplica next) {
        replicas.add(next);
        enough = wantsError() && looks.due() && error() <= how.relativeError();
        return complete();
    }

    private boolean wantsError() {
        return how.relativeError() > 0;
    }

    private double error() {
        return new CurveEstimates(task, replicas).relativeError();
    }

    @Override
    public void add(PartInput results, long count) {
        while (!complete() && !results.atEnd()) {
            add(CurveReplicaBytes.read(results));
        }
    }

    @Override
    public boolean complete() {
        return enough || replicas.size() == how.replicas();
    }

    @Override
    public long pieces() {
        return how.replicas();
    }

    @Override
    public long wanted() {
        if (complete()) {
            return replicas.size();
        }
        return wantsError() ? Rounds.wanted(replicas.size(), needed(), how.replicas(), looks.next()) : how.replicas();
    }

    /** How many replicas the error so far asks for. */
    private long needed() {
        double times = replicas.isEmpty() ? Double.NaN : error() / how.relativeError();
        double needed = Math.ceil(replicas.size() * times * times);
        return needed <= how.replicas() ? (long) needed : how.replicas();
    }

    /** How many replicas there are. */
    int count() {
        return replicas.size();
    }

    /** How many networks were proposed in all. */
    long moves() {
        return replicas.stream().mapToLong(CurveReplica::moves).sum();
    }

    /** How many particles have all samples right. */
    long survivors() {
        return replicas.stream()
                .mapToLong(replica -> replica.survivors()[task.samples() - 1])
                .sum();
    }

    @Override
    public LearningCurve result(Provenance by) {
        return curve(new Execution(by.backend(), by.threads(), by.seconds()));
    }

    LearningCurve curve(Execution execution) {
        CurveEstimates estimates = new CurveEstimates(task, replicas);
        return new LearningCurve(
                new Origin(CurveRun.NAME, task.seed(), moves(), estimates.digest()),
                execution,
                estimates.prior(),
                estimates.points(),
                estimates.diagnostics(how, lengths),
                estimates.networks());
    }
}
