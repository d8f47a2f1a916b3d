package org.guesscheck.core.kernel;

/** Shapes of one call of {@link ProductStage#multiply}; strides count vectors. A reused, mutable parameter object. */
public final class Multiplication {
    /** Groups to do. */
    public int groups;
    /** Rows of the features. */
    public int rows;
    /** Columns of the weights. */
    public int cols;
    /** Units summed over, at least 1. */
    public int units;
    /** The features. */
    public float[] y;
    /** First vector, and strides between groups, rows and units of the features. */
    public int yAt;
    /** Stride between groups of the features. */
    public int yGroup;
    /** Stride between rows of the features. */
    public int yRow;
    /** Stride between units of the features. */
    public int yUnit;
    /** The weights. */
    public float[] w;
    /** First vector of the weights. */
    public int wAt;
    /** Stride between groups of the weights. */
    public int wGroup;
    /** Stride between units of the weights; columns are next to each other. */
    public int wUnit;
    /** The sums, row by row, columns next to each other. */
    public float[] out;
    /** First vector of the sums. */
    public int outAt;
    /** Stride between groups of the sums. */
    public int outGroup;
    /** Whether the sums start at zero instead of at what is there. */
    public boolean fresh;

    /** Makes an empty job. */
    public Multiplication() {}
}
