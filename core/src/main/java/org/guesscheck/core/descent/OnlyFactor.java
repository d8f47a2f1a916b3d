package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.problem.Measurements;

/** The single factor of a network of depth 1, which is itself the predicted matrix. */
final class OnlyFactor implements LastFactor {
    private final TimedMultiplier products;
    private final LargeResiduals residuals;

    OnlyFactor(Arena arena, Measurements train, Factors factors, TimedMultiplier products) {
        this.products = products;
        residuals = new LargeResiduals(arena, train, factors.rows() * factors.cols());
    }

    @Override
    public boolean transposed() {
        return false;
    }

    @Override
    public void forward(MemorySegment features, MemorySegment weights) {
        residuals.run(weights, products);
    }

    @Override
    public void backward(MemorySegment features, MemorySegment weights, MemorySegment gradient, MemorySegment before) {
        MemorySegment.copy(residuals.gradient, 0, gradient, 0, gradient.byteSize());
    }
}
