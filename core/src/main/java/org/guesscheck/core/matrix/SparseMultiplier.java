package org.guesscheck.core.matrix;

import java.lang.foreign.MemorySegment;

/**
 * Multiplies sparse matrices whose entries lie at certain places, and dense ones with rows of a certain length: their cost
 * grows with the entries. All operands lie off the heap in single precision, dense ones row by row without gaps. The bits are the same whoever computes, in
 * however many threads: see {@link #sample} and {@link #multiply} for the order of the sums.
 */
public interface SparseMultiplier {
    /** Length of the parts in which {@link #sample} takes its sums. */
    int PART = 128;

    /**
     * What computes.
     *
     * @return for example {@code jni-avx512}
     */
    String name();

    /**
     * The entries of a b^T at the places alone. A sum is taken in parts of 128 terms, which are added one after another. In a
     * part, lane l of 16 sums the terms l, l + 16, ... by fma; with t_q = (lane 4q + lane 4q + 2) + (lane 4q + 1 + lane 4q + 3)
     * the part is (t_0 + t_2) + (t_1 + t_3).
     *
     * @param a rows x length floats
     * @param b cols x length floats
     * @param values receives the entry of every place, in their order
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    void sample(MemorySegment a, MemorySegment b, MemorySegment values);

    /**
     * c = s b for the sparse matrix s of given entries, each sum by fma in the order of the entries, from 0.
     *
     * @param values the entries of s, in the order of the places
     * @param b cols x length floats
     * @param c rows x length floats, overwritten; must not overlap b
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    void multiply(MemorySegment values, MemorySegment b, MemorySegment c);

    /**
     * Checks the operands of {@link #sample} and of {@link #multiply}, which have the same shapes.
     *
     * @param places where the entries are
     * @param values one for every entry
     * @param length columns of both dense matrices
     * @param rows the dense matrix of as many rows as the sparse one
     * @param cols the dense matrix of as many rows as the sparse one has columns
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    static void check(SparseMatrix places, MemorySegment values, int length, MemorySegment rows, MemorySegment cols) {
        Multiplier.check("values", values, places.count());
        GemmShape.plain(places.rows(), places.cols(), length).check(rows, cols);
    }
}
