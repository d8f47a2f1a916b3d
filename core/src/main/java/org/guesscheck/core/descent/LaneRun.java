package org.guesscheck.core.descent;

import java.util.function.Consumer;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.problem.Problem;

/** One run that waits for a lane, is in it, or is over. */
final class LaneRun {
    private final Problem problem;
    private final InitialWeights initial;
    private final TrainingData train;
    private final DescentSettings settings;
    private final Consumer<Ended> finished;
    final StepRule rule;
    private final MeasurementBatches batches;
    private EpochLog log;

    /** A run that hands its outcome to {@code finished}. */
    LaneRun(
            Problem problem,
            InitialWeights initial,
            TrainingData train,
            StepRule rule,
            DescentSettings settings,
            Consumer<Ended> finished) {
        this.problem = problem;
        this.initial = initial;
        this.train = train;
        this.rule = rule;
        this.settings = settings;
        this.finished = finished;
        boolean some = settings.batch() > 0 && settings.batch() < train.count();
        batches = some ? new MeasurementBatches(train.count(), settings.batch(), initial.seed()) : null;
    }

    TrainingData train() {
        return train;
    }

    /** Begins, and returns the first weights. */
    float[][] begin() {
        float[][] weights = initial.stored();
        log = new EpochLog(settings);
        Factors factors = initial.factors();
        log.weights(0, factors, (f, r, c) -> factors.get(weights, f, r, c));
        return weights;
    }

    /** Whether steps see some of the measurements at a time. */
    boolean batched() {
        return batches != null;
    }

    /** The shares of the measurements in the next gradient. */
    float[] nextShares() {
        return batches.next();
    }

    int epochs() {
        return settings.epochs();
    }

    /** The first epoch after a given one at which losses belong into the history, or the last epoch. */
    int nextEvent(int epoch) {
        int every = settings.historyEvery();
        return every == 0 ? epochs() : (int) Math.min(epochs(), (epoch / every + 1L) * every);
    }

    /** Whether losses at an epoch belong into the history. */
    boolean records(int epoch) {
        return epoch < epochs() && log.records(epoch);
    }

    /** Writes losses into the history. */
    void record(int epoch, float[] predicted) {
        log.add(LossPoint.of(epoch, problem, predicted));
    }

    /** Tells the listener how far the run has come. */
    void tell(int epoch) {
        log.tell(epoch);
    }

    /** Whether the run's losses are looked at in every epoch. */
    boolean watched() {
        return settings.stop().watches();
    }

    /** Whether a sum of squared residuals, in single precision, ends the run. */
    boolean endsAt(float squaredResiduals) {
        return settings.stop().ends((double) squaredResiduals / train.count());
    }

    /** Why the run is over at a sum of squared residuals. */
    Ending ending(float squaredResiduals) {
        return settings.stop().ending((double) squaredResiduals / train.count());
    }

    /** Whether the run is to be given up. */
    boolean cancelled() {
        return settings.stops();
    }

    /** The outcome after a number of epochs. */
    Descent outcome(int epoch, float[] predicted, float[][] weights) {
        LossPoint end = LossPoint.of(epoch, problem, predicted);
        double seconds = log.seconds();
        Factors factors = initial.factors();
        WeightSource source = (f, r, c) -> factors.get(weights, f, r, c);
        log.weights(epoch, factors, source);
        String digest = WeightDigest.of(factors, source);
        return new Descent(
                end,
                end.converged(problem),
                new DescentExecution(Descent.FIXED_ORDER, seconds, 0),
                digest,
                log.history(end),
                predicted.clone());
    }

    /** Hands over the outcome of a run that is over. */
    void finish(Descent outcome, Ending ending) {
        log.end(outcome.end().epoch());
        finished.accept(new Ended(outcome, ending));
    }
}
