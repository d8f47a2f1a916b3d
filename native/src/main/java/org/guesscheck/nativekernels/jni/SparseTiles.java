package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.guesscheck.core.matrix.SparseMatrix;

/** A sparse matrix cut into blocks of rows, and each block into tiles of columns, in the layout of sparse.h. */
final class SparseTiles {
    /** The first ints of a block: number of tiles, their width, rows, columns. */
    private static final int HEADER = 4;

    private final SparseMatrix matrix;
    private final int blockRows;
    private final int tileCols;
    private final int tiles;
    private final MemorySegment[] blocks;

    /** Cuts a matrix into blocks of blockRows rows and tiles of tileCols columns, at most 2^16. */
    SparseTiles(Arena arena, SparseMatrix matrix, int blockRows, int tileCols) {
        this.matrix = matrix;
        this.blockRows = blockRows;
        this.tileCols = tileCols;
        tiles = (matrix.cols() + tileCols - 1) / tileCols;
        blocks = new MemorySegment[(matrix.rows() + blockRows - 1) / blockRows];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = write(arena, block);
        }
    }

    private MemorySegment write(Arena arena, int block) {
        int top = top(block);
        int height = height(block);
        int runs = tiles * height;
        int entries = matrix.first(top + height, 0) - matrix.first(top, 0);
        long columns = Integer.BYTES * (HEADER + 3L * runs);
        // Two columns of 16 bits for each int.
        MemorySegment memory =
                arena.allocate(columns + Integer.BYTES * ((entries + 1L) / 2), ValueLayout.JAVA_INT.byteAlignment());
        write(memory, 0, tiles, tileCols, height, matrix.cols());
        int[] next = new int[tileCols + 2];
        for (int tile = 0; tile < tiles; tile++) {
            int at = HEADER + tile * height;
            for (int i : sorted(top, height, tile, next)) {
                int from = first(i, tile);
                int count = first(i, tile + 1) - from;
                memory.setAtIndex(ValueLayout.JAVA_INT, at, i - top);
                memory.setAtIndex(ValueLayout.JAVA_INT, at + (long) runs, from);
                memory.setAtIndex(ValueLayout.JAVA_INT, at + 2L * runs, count);
                at++;
                for (int e = from; e < from + count; e++) {
                    memory.set(ValueLayout.JAVA_SHORT, columns, (short) (matrix.column(e) - tile * tileCols));
                    columns += Short.BYTES;
                }
            }
        }
        return memory;
    }

    private static void write(MemorySegment memory, int at, int... numbers) {
        MemorySegment.copy(numbers, 0, memory, ValueLayout.JAVA_INT, Integer.BYTES * (long) at, numbers.length);
    }

    /** The first entry of a row in a tile or in a tile after it. */
    private int first(int row, int tile) {
        return matrix.first(row, tile * tileCols);
    }

    /** The rows of a block, as row numbers of the matrix, by rising number of entries in a tile. */
    private int[] sorted(int top, int height, int tile, int[] next) {
        Arrays.fill(next, 0);
        for (int i = top; i < top + height; i++) {
            next[first(i, tile + 1) - first(i, tile) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] rows = new int[height];
        for (int i = top; i < top + height; i++) {
            rows[next[first(i, tile + 1) - first(i, tile)]++] = i;
        }
        return rows;
    }

    /** The memory of a block as ints. */
    int[] numbers(int block) {
        return blocks[block].toArray(ValueLayout.JAVA_INT);
    }

    /** The number of blocks. */
    int blocks() {
        return blocks.length;
    }

    /** The first row of a block. */
    int top(int block) {
        return block * blockRows;
    }

    /** The first entry of a block. */
    int firstEntry(int block) {
        return matrix.first(top(block), 0);
    }

    private int height(int block) {
        return Math.min(blockRows, matrix.rows() - top(block));
    }

    /** The address of a block's memory. */
    long address(int block) {
        return blocks[block].address();
    }
}
