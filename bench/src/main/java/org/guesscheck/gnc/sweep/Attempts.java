package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.QuestionFailure;
import org.guesscheck.gnc.journal.JournalFailure;

/**
 * The parts of a cell, of which one may fail for any reason while the others go on. A cancellation, a journal that can't be
 * written and a cluster that is lost are no failures of a part.
 */
final class Attempts {
    private final BooleanSupplier cancelled;
    private final List<Failure> failures = new ArrayList<>();

    Attempts(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Does a part. */
    <T> Optional<T> get(String method, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (CancellationException | JournalFailure e) {
            throw e;
        } catch (ClusterFailure e) {
            if (!(e instanceof QuestionFailure)) {
                // Of the cluster, and so of all that is computed there.
                throw e;
            }
            failures.add(new Failure(method, e));
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            if (cancelled.getAsBoolean()) {
                // What a method says when it is torn off says nothing of the method.
                throw (CancellationException) new CancellationException("cancelled").initCause(e);
            }
            failures.add(new Failure(method, e));
            return Optional.empty();
        }
    }

    /** What failed so far. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }
}
