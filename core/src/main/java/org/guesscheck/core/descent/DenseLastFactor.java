package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.problem.Measurements;

/** Computes every entry of the predicted matrix. */
final class DenseLastFactor implements LastFactor {
    private final Factors factors;
    private final TimedMultiplier products;
    private final LargeResiduals residuals;
    private final MemorySegment product;

    /** The predicted matrix is stored in product, rows x cols. */
    DenseLastFactor(Arena arena, Measurements train, Factors factors, TimedMultiplier products, MemorySegment product) {
        this.factors = factors;
        this.products = products;
        residuals = new LargeResiduals(arena, train, factors.rows() * factors.cols());
        this.product = product;
    }

    @Override
    public boolean transposed() {
        return false;
    }

    @Override
    public void forward(MemorySegment features, MemorySegment weights) {
        int width = factors.width();
        products.multiply(GemmShape.plain(factors.rows(), factors.cols(), width), features, weights, product);
        residuals.run(product, products);
    }

    @Override
    public void backward(MemorySegment features, MemorySegment weights, MemorySegment gradient, MemorySegment before) {
        int rows = factors.rows();
        int cols = factors.cols();
        int width = factors.width();
        products.multiply(GemmShape.leftTransposed(width, cols, rows), features, residuals.gradient, gradient);
        products.multiply(GemmShape.rightTransposed(rows, width, cols), residuals.gradient, weights, before);
    }
}
