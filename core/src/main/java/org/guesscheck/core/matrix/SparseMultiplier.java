package org.guesscheck.core.matrix;

import java.lang.foreign.MemorySegment;

/**
 * Multiplies with sparse matrices whose entries have fixed places. The cost grows with the number of entries. With s a sparse
 * matrix of rows x cols, all dense matrices have rows of one length. All operands lie off the heap in single precision, dense
 * matrices row by row without gaps. {@link #sample} and {@link #multiply} fix the order of their sums, so the bits are the same for
 * every implementation and number of threads.
 */
public interface SparseMultiplier {
    /** Terms of one part of a sum in {@link #sample}. */
    int PART = 128;

    /**
     * The name of the implementation.
     *
     * @return for example {@code jni-avx512}
     */
    String name();

    /**
     * The entries of a b^T at the places alone. The sum over the length is taken in parts of 128 terms, which are added one after
     * another. In a part, 16 lanes l_0 to l_15 take sums by fma: l_i is that of the terms i, i + 16, ... With t_q = (l_4q + l_4q+2) +
     * (l_4q+1 + l_4q+3), the part is (t_0 + t_2) + (t_1 + t_3).
     *
     * @param a rows x length floats
     * @param b cols x length floats
     * @param values receives one float for every place, in the order of the places
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    void sample(MemorySegment a, MemorySegment b, MemorySegment values);

    /**
     * c = s b for the sparse matrix s with given values. Each sum starts at 0 and adds by fma in the order of the entries.
     *
     * @param values values of the entries of s, in the order of the places
     * @param b cols x length floats
     * @param c rows x length floats, overwritten; must not overlap b
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    void multiply(MemorySegment values, MemorySegment b, MemorySegment c);

    /**
     * Checks the operands of {@link #sample} and of {@link #multiply}, whose shapes are the same.
     *
     * @param places places of the entries of s, rows x cols
     * @param values one float for every entry
     * @param length columns of both dense matrices
     * @param rows the dense matrix of rows x length: a, or c
     * @param cols the dense matrix of cols x length: b
     * @throws IllegalArgumentException if an operand is too short or on the heap
     */
    static void check(SparseMatrix places, MemorySegment values, int length, MemorySegment rows, MemorySegment cols) {
        Multiplier.check("values", values, places.count());
        GemmShape.plain(places.rows(), places.cols(), length).check(rows, cols);
    }
}
