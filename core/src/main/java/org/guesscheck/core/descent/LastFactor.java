package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;

/** The forward pass from the features before the last factor to the residuals, and the backward pass through that factor. */
interface LastFactor {
    /** Whether the last factor is stored transposed, cols x width. */
    boolean transposed();

    /** Computes the residuals from the features, rows x width, and the factor's weights. */
    void forward(MemorySegment features, MemorySegment weights);

    /** After {@link #forward}: the gradient in the weights, stored like the weights, and before, the gradient in the features. */
    void backward(MemorySegment features, MemorySegment weights, MemorySegment gradient, MemorySegment before);
}
