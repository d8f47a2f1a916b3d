package org.guesscheck.core.kernel.vector;

/**
 * A product of small matrices that are others in each lane: out[r][c] = sum over u of a[r][u] * b[u][c]. Positions and strides count
 * vectors of 16 floats, from {@link org.guesscheck.core.kernel.Stages#BASE} on.
 */
final class LaneProduct {
    int rows;
    int cols;
    int units;
    float[] a;
    int aAt;
    int aRow;
    int aUnit;
    float[] b;
    int bAt;
    int bUnit;
    int bCol;
    float[] out;
    int outAt;
    int outRow;

    /** A product of rows x units by units x cols, whose entries lie row by row without gaps. */
    static LaneProduct of(int rows, int units, int cols) {
        LaneProduct made = new LaneProduct();
        made.rows = rows;
        made.units = units;
        made.cols = cols;
        made.outRow = cols;
        return made;
    }

    LaneProduct a(float[] array, int at, int row, int unit) {
        a = array;
        aAt = at;
        aRow = row;
        aUnit = unit;
        return this;
    }

    LaneProduct b(float[] array, int at, int unit, int col) {
        b = array;
        bAt = at;
        bUnit = unit;
        bCol = col;
        return this;
    }

    LaneProduct out(float[] array, int at) {
        out = array;
        outAt = at;
        return this;
    }
}
