package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.guesscheck.core.kernel.SparseMatrix;
import org.guesscheck.core.kernel.SparseProducts;
import org.guesscheck.core.kernel.SparseProductsProvider;

/**
 * Computes the predicted matrix at observed entries alone, where the gradient in it is not zero: three products that cost what
 * is observed, instead of three of whole matrices.
 */
final class SparseLastFactor implements LastFactor {
    private final ObservedEntries observed;
    private final TimedProducts products;
    private final SparseProducts byRow;
    private final SparseProducts byColumn;
    /** Which entry, row by row, each entry is column by column. */
    private final int[] transposition;

    private final MemorySegment values;
    private final MemorySegment valuesByColumn;

    SparseLastFactor(
            Arena arena,
            ObservedEntries observed,
            Factors factors,
            TimedProducts products,
            SparseProductsProvider provider,
            int threads) {
        this.observed = observed;
        this.products = products;
        SparseMatrix places = observed.places();
        byRow = provider.of(places, factors.width(), threads);
        byColumn = provider.of(places.transposed(), factors.width(), threads);
        transposition = places.transposition();
        values = FactorMemory.matrix(arena, 1, places.count());
        valuesByColumn = FactorMemory.matrix(arena, 1, places.count());
    }

    /** Who multiplies at the observed entries. */
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
        for (int e = 0; e < transposition.length; e++) {
            float value = values.getAtIndex(ValueLayout.JAVA_FLOAT, transposition[e]);
            valuesByColumn.setAtIndex(ValueLayout.JAVA_FLOAT, e, value);
        }
        products.multiply(byColumn, valuesByColumn, features, gradient);
        products.multiply(byRow, values, weights, before);
    }
}
