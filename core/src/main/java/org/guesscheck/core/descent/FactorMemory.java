package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.guesscheck.core.kernel.descent.Factors;

/** Matrices off the heap, row by row without gaps, as {@code Multiplier} needs them. */
final class FactorMemory {
    /** Bytes of a cache line, and of an AVX-512 vector. */
    private static final int ALIGNMENT = 64;

    private FactorMemory() {}

    /** A matrix of zeros. */
    static MemorySegment matrix(Arena arena, int rows, int cols) {
        return arena.allocate(Float.BYTES * (long) rows * cols, ALIGNMENT);
    }

    /** A matrix for every factor. */
    static MemorySegment[] matrices(Arena arena, Factors factors) {
        MemorySegment[] all = new MemorySegment[factors.depth()];
        for (int f = 0; f < all.length; f++) {
            all[f] = matrix(arena, factors.rowsOf(f), factors.colsOf(f));
        }
        return all;
    }

    /** row = row r of the matrix, whose rows have the length of the array. */
    static void read(MemorySegment matrix, int r, float[] row) {
        MemorySegment.copy(matrix, ValueLayout.JAVA_FLOAT, Float.BYTES * (long) r * row.length, row, 0, row.length);
    }

    /** Row r of the matrix = row; the matrix' rows have the length of the array. */
    static void write(float[] row, MemorySegment matrix, int r) {
        MemorySegment.copy(row, 0, matrix, ValueLayout.JAVA_FLOAT, Float.BYTES * (long) r * row.length, row.length);
    }
}
