package org.guesscheck.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {
    /** Rows 0 and 2 of four columns: x . . x and . x x . */
    private static final SparseMatrix MATRIX = SparseMatrix.of(3, 4, new int[] {0, 3, 9, 10});

    @Test
    void findsTheEntriesOfARowFromAColumnOn() {
        assertEquals(0, MATRIX.first(0, 0));
        assertEquals(1, MATRIX.first(0, 1));
        assertEquals(2, MATRIX.first(0, 4));
        assertEquals(2, MATRIX.first(1, 0));
        assertEquals(2, MATRIX.first(1, 3));
        assertEquals(3, MATRIX.first(2, 2));
        assertEquals(4, MATRIX.first(3, 0));
    }

    @Test
    void transposes() {
        SparseMatrix transposed = MATRIX.transposed();
        assertEquals(4, transposed.rows());
        assertEquals(3, transposed.cols());
        assertArrayEquals(new int[] {0, 2, 3, 1}, MATRIX.transposition());
        int[] columns = IntStream.range(0, 4).map(transposed::column).toArray();
        assertArrayEquals(new int[] {0, 2, 2, 0}, columns);
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 4},
                IntStream.rangeClosed(0, 4).map(i -> transposed.first(i, 0)).toArray());
    }

    @Test
    void refusesPositionsOutOfRangeAndOutOfOrder() {
        for (int[] bad : new int[][] {{-1}, {12}, {1, 1}, {2, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> SparseMatrix.of(3, 4, bad));
        }
    }

    @Test
    void sizesAtTheEndsOfIntAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SparseMatrix.of(Integer.MAX_VALUE, 1, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> SparseMatrix.of(1, Integer.MAX_VALUE, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> SparseMatrix.of(0, 1, new int[0]));
    }
}
