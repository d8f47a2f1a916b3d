package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.descent.Factors;

/** What a run writes down on its way: its time, its history, and the progress that a listener is told some tens of times a second. */
final class EpochLog {
    private static final long EVERY_NANOS = 20_000_000;

    private final DescentSettings settings;
    private final List<LossPoint> history = new ArrayList<>();
    private final long start = System.nanoTime();
    private long told = start;

    EpochLog(DescentSettings settings) {
        this.settings = settings;
    }

    /** Tells the listener, unless that was done a moment ago. */
    void tell(int epochs) {
        long now = System.nanoTime();
        if (now - told >= EVERY_NANOS) {
            told = now;
            settings.observers()
                    .progress()
                    .accept(new DescentProgress(epochs, settings.epochs(), (now - start) * 1e-9));
        }
    }

    /** Tells the listener that the run is over. */
    void end(int epochs) {
        settings.observers().progress().accept(new DescentProgress(epochs, settings.epochs(), seconds()));
    }

    /** Tells of weights, if their copies are wanted. */
    void weights(int epoch, Factors factors, WeightSource weights) {
        if (settings.observers().wantWeights()) {
            settings.observers().weights().accept(WeightSnapshot.of(epoch, factors, weights));
        }
    }

    /** Whether the losses before a step belong into the history. */
    boolean records(int epoch) {
        return settings.historyEvery() > 0 && epoch % settings.historyEvery() == 0;
    }

    void add(LossPoint point) {
        history.add(point);
    }

    /** The history with its end; empty unless it was asked for. */
    List<LossPoint> history(LossPoint end) {
        if (settings.historyEvery() == 0) {
            return List.of();
        }
        List<LossPoint> all = new ArrayList<>(history);
        all.add(end);
        return all;
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }
}
