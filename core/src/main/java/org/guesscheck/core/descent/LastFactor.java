package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;

/** The step from the features before the last factor to the residuals, and the gradient's way back. */
interface LastFactor {
    /** Whether the last factor lies transposed, cols x width. */
    boolean transposed();

    /** Computes the residuals. */
    void forward(MemorySegment features, MemorySegment weights);

    /** After {@link #forward}: the gradients in the last factor, stored as the factor is, and in the features. */
    void backward(MemorySegment features, MemorySegment weights, MemorySegment gradient, MemorySegment before);
}
