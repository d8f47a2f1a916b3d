package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.matrix.SparseMultiplierProvider;

/**
 * Computes the predicted matrix at the observed entries alone, because its gradient is zero at all others. The cost of its three
 * products grows with the number of observed entries, not with the size of the matrix.
 */
final class SparseLastFactor implements LastFactor {
    /** Entries that one task brings from the order of rows into the order of columns. */
    private static final int SLICE = 1 << 15;

    private final ObservedEntries observed;
    private final TimedMultiplier products;
    private final SparseMultiplier byRow;
    private final SparseMultiplier byColumn;
    /** For entry e in the order of columns, its number in the order of rows. */
    private final int[] transposition;

    private final int threads;
    private final MemorySegment values;
    private final MemorySegment valuesByColumn;

    SparseLastFactor(
            Arena arena,
            ObservedEntries observed,
            Factors factors,
            TimedMultiplier products,
            SparseMultiplierProvider provider,
            int threads) {
        this.observed = observed;
        this.products = products;
        this.threads = threads;
        SparseMatrix places = observed.places();
        byRow = provider.of(places, factors.width(), threads);
        byColumn = provider.of(places.transposed(), factors.width(), threads);
        transposition = places.transposition();
        values = FactorMemory.matrix(arena, 1, places.count());
        valuesByColumn = FactorMemory.matrix(arena, 1, places.count());
    }

    /** Name of the multiplier at the observed entries. */
    String name() {
        return byRow.name();
    }

    @Override
    public boolean transposed() {
        return true;
    }

    @Override
    public void forward(MemorySegment features, MemorySegment weights) {
        products.sample(byRow, features, weights, values);
        observed.differentiate(values);
    }

    @Override
    public void backward(MemorySegment features, MemorySegment weights, MemorySegment gradient, MemorySegment before) {
        IntStream slices = IntStream.range(0, (transposition.length + SLICE - 1) / SLICE);
        (threads > 1 ? slices.parallel() : slices).forEach(this::transpose);
        products.multiply(byColumn, valuesByColumn, features, gradient);
        products.multiply(byRow, values, weights, before);
    }

    private void transpose(int slice) {
        int end = Math.min(transposition.length, (slice + 1) * SLICE);
        for (int e = slice * SLICE; e < end; e++) {
            float value = values.getAtIndex(ValueLayout.JAVA_FLOAT, transposition[e]);
            valuesByColumn.setAtIndex(ValueLayout.JAVA_FLOAT, e, value);
        }
    }
}
