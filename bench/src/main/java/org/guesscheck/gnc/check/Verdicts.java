package org.guesscheck.gnc.check;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Receives the verdicts of a check, remembers whether all held, and knows whether the check is to stop. */
final class Verdicts {
    private final BooleanSupplier cancelled;
    private final Consumer<Verdict> receiver;
    private boolean hold = true;

    Verdicts(BooleanSupplier cancelled, Consumer<Verdict> receiver) {
        this.cancelled = cancelled;
        this.receiver = receiver;
    }

    /** Takes a verdict. */
    void add(Verdict verdict) {
        hold &= verdict.holds();
        receiver.accept(verdict);
    }

    /** Takes a verdict with a text in the format of {@link String#format}. */
    void add(boolean holds, String format, Object... numbers) {
        add(Verdict.of(holds, format, numbers));
    }

    /** Whether all verdicts held until now. */
    boolean hold() {
        return hold;
    }

    /** Whether the check is to stop, for work that asks by itself. */
    BooleanSupplier cancelled() {
        return cancelled;
    }

    /**
     * Ends a check that is to stop.
     *
     * @throws CancellationException if so
     */
    void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }
}
