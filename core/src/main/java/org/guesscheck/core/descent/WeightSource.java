package org.guesscheck.core.descent;

/** Weights by their place in the factors of the product, not as stored. */
@FunctionalInterface
interface WeightSource {
    float get(int factor, int row, int col);
}
