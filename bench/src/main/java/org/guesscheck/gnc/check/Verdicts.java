package org.guesscheck.gnc.check;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a check is told and tells: whether it is to stop, and its verdicts, of which it remembers whether all held. */
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

    /** Takes a verdict of which the text is made as {@link String#format} does. */
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
