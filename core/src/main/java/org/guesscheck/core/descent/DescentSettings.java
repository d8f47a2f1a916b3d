package org.guesscheck.core.descent;

/**
 * How a run goes on. Immutable.
 *
 * @param epochs how many steps are taken, at least 1
 * @param stop what ends a run before its last step
 * @param batch measurements of a step; 0 for all
 * @param historyEvery epochs between two points of the history; 0 for no history
 * @param threads threads of a large run's matrix products, at least 1
 * @param observers what it asks and tells
 */
record DescentSettings(int epochs, EarlyStop stop, int batch, int historyEvery, int threads, Observers observers) {
    /** The width experiment's epochs on one thread, without a history. */
    static final DescentSettings DEFAULTS = new DescentSettings(100_000, EarlyStop.NEVER, 0, 0, 1, Observers.NONE);

    DescentSettings epochs(int value) {
        Ranges.require(value >= 1, "epochs", value, "at least 1");
        return new DescentSettings(value, stop, batch, historyEvery, threads, observers);
    }

    DescentSettings stop(EarlyStop value) {
        return new DescentSettings(epochs, value, batch, historyEvery, threads, observers);
    }

    DescentSettings batch(int value) {
        Ranges.require(value >= 1, "batch", value, "at least 1");
        return new DescentSettings(epochs, stop, value, historyEvery, threads, observers);
    }

    DescentSettings historyEvery(int value) {
        Ranges.require(value >= 0, "historyEvery", value, "at least 0");
        return new DescentSettings(epochs, stop, batch, value, threads, observers);
    }

    DescentSettings threads(int value) {
        Ranges.require(value >= 1, "threads", value, "at least 1");
        return new DescentSettings(epochs, stop, batch, historyEvery, value, observers);
    }

    DescentSettings observers(Observers value) {
        return new DescentSettings(epochs, stop, batch, historyEvery, threads, value);
    }

    /** Whether a run is to stop. */
    boolean stops() {
        return observers.cancelled().getAsBoolean() || Thread.currentThread().isInterrupted();
    }
}
