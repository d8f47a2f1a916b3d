package org.guesscheck.core.descent;

import java.util.function.Consumer;

/** Counts the steps and the ends of an ensemble's runs, on all of their threads, and tells a listener some tens of times a second. */
final class EnsembleWatch {
    private static final long EVERY_NANOS = 20_000_000;

    private final int runs;
    private final int epochsOfRun;
    private final Consumer<EnsembleProgress> listener;
    private final long start = System.nanoTime();
    private long told = start;
    private long epochs;
    private int finished;
    private long finishedEpochs;

    /** For runs that may each take the given number of steps. */
    EnsembleWatch(int runs, int epochsOfRun, Consumer<EnsembleProgress> listener) {
        this.runs = runs;
        this.epochsOfRun = epochsOfRun;
        this.listener = listener;
    }

    /** What one run tells. */
    Consumer<DescentProgress> ofOneRun() {
        return new Consumer<>() {
            private int before;

            @Override
            public void accept(DescentProgress progress) {
                advance(progress.epochs() - before);
                before = progress.epochs();
            }
        };
    }

    private synchronized void advance(int by) {
        epochs += by;
        long now = System.nanoTime();
        if (now - told >= EVERY_NANOS) {
            told = now;
            tell(now);
        }
    }

    /** A run is over. */
    synchronized void finished(Ended run) {
        finished++;
        finishedEpochs += run.outcome().end().epoch();
        if (finished == runs) {
            tell(System.nanoTime());
        }
    }

    private void tell(long now) {
        double each = finished == 0 ? epochsOfRun : (double) finishedEpochs / finished;
        long expected = finished == runs ? epochs : Math.max(epochs, Math.round(each * runs));
        listener.accept(new EnsembleProgress(finished, runs, epochs, expected, (now - start) * 1e-9));
    }
}
