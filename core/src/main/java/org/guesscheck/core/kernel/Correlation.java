package org.guesscheck.core.kernel;

/**
 * Shapes of one call of a {@link CorrelationStage}; strides count vectors. Triangles are lower ones, packed row by row, of which a
 * group has one after the group before. A reused, mutable parameter object.
 */
public final class Correlation {
    /** Groups to do. */
    public int groups;
    /** Rows of features, at least 1. */
    public int rows;
    /** Hidden units, or columns of the product. */
    public int units;
    /** Independent normals, as many for each unit as there are rows, next to each other. */
    public float[] w;
    /** First vector of the normals. */
    public int wAt;
    /** Stride between groups of the normals. */
    public int wGroup;
    /** Stride between units of the normals, at least the number of rows. */
    public int wUnit;
    /** Correlated normals, or features; may be the normals' own place. Features have their rows next to each other. */
    public float[] y;
    /** First vector of them. */
    public int yAt;
    /** Stride between groups of them. */
    public int yGroup;
    /** Stride between units of them. */
    public int yUnit;
    /** Stride between rows of correlated normals. */
    public int yRow;
    /** Triangles by which normals become correlated. */
    public float[] lower;
    /** Triangles of Gram sums, then of their Cholesky factors. */
    public float[] sums;
    /** Triangles of what rounding has taken from the sums. */
    public float[] lost;
    /** Whether sums start at zero instead of at what is there. */
    public boolean fresh;

    /** Makes an empty job. */
    public Correlation() {}

    /**
     * The entries of a lower triangle.
     *
     * @param rows its rows, at most 65,535
     * @return where row {@code rows} would start
     */
    public static int triangle(int rows) {
        return (int) ((long) rows * (rows + 1) / 2);
    }
}
