package org.guesscheck.core.descent;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a run asks and tells while it goes on. Immutable.
 *
 * @param cancelled true once the run is to stop
 * @param progress told of the progress
 * @param weights told of the first weights and the last ones; {@link #NO_WEIGHTS} saves their copies
 */
record Observers(BooleanSupplier cancelled, Consumer<DescentProgress> progress, Consumer<WeightSnapshot> weights) {
    private static final Consumer<WeightSnapshot> NO_WEIGHTS = snapshot -> {};

    /** Never cancelled, and nobody listens. */
    static final Observers NONE = new Observers(() -> false, progress -> {}, NO_WEIGHTS);

    Observers cancelled(BooleanSupplier value) {
        Objects.requireNonNull(value, "condition");
        return new Observers(value, progress, weights);
    }

    Observers progress(Consumer<DescentProgress> value) {
        Objects.requireNonNull(value, "listener");
        return new Observers(cancelled, value, weights);
    }

    Observers weights(Consumer<WeightSnapshot> value) {
        Objects.requireNonNull(value, "listener");
        return new Observers(cancelled, progress, value);
    }

    /** Whether copies of weights are wanted. */
    boolean wantWeights() {
        return weights != NO_WEIGHTS;
    }
}
