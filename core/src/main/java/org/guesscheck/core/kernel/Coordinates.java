package org.guesscheck.core.kernel;

/** The numbers through which a network's product is drawn; each has the same law of the product. */
public enum Coordinates {
    /** All weights. */
    WEIGHTS,
    /** Lower-triangular factors of wide linear networks; see {@link BartlettWeights}. */
    BARTLETT,
    /** Normals of which the Gram matrix of each layer's features makes the next layer; see {@link GramLayers}. */
    GRAM
}
