package org.guesscheck.core.matrix;

import org.guesscheck.core.platform.Provider;

/** A library that multiplies matrices, provided by another module through {@link java.util.ServiceLoader}. */
public interface MultiplierProvider extends Provider {
    /**
     * Loads the library, once for all callers.
     *
     * @param threads threads of one multiplication, at least 1
     * @return the library's multiplier
     * @throws UnsupportedOperationException if the library can't be used here, with every path tried and the reason for each
     */
    Multiplier open(int threads);
}
