package org.guesscheck.core.matrix;

import org.guesscheck.core.platform.Provider;

/** A library that multiplies matrices, provided by another module through {@link java.util.ServiceLoader}. */
public interface MultiplierProvider extends Provider {
    /**
     * Loads the library, once for all callers.
     *
     * @param threads threads of one multiplication, at least 1
     * @return who multiplies
     * @throws UnsupportedOperationException if it can't be used here, with every path and reason tried
     */
    Multiplier open(int threads);
}
