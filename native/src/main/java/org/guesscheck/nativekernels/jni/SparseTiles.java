package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.guesscheck.core.kernel.SparseMatrix;

/** A sparse matrix cut into blocks of rows and those into tiles of columns, in the layout of sparse.h. */
final class SparseTiles {
    private final int blockRows;
    private final int rows;
    private final int tiles;
    private final MemorySegment[] blocks;

    SparseTiles(Arena arena, SparseMatrix matrix, int blockRows, int tileCols) {
        this.blockRows = blockRows;
        rows = matrix.rows();
        tiles = (matrix.cols() + tileCols - 1) / tileCols;
        blocks = new MemorySegment[(rows + blockRows - 1) / blockRows];
        int[] next = new int[tileCols + 2];
        for (int block = 0; block < blocks.length; block++) {
            int height = height(block);
            int[] index = new int[3 * tiles * height];
            for (int tile = 0; tile < tiles; tile++) {
                sort(matrix, block * blockRows, height, tile, tileCols, index, next);
            }
            blocks[block] = arena.allocateFrom(ValueLayout.JAVA_INT, index);
        }
    }

    /** A tile's rows, first entries and counts by rising count. */
    private void sort(SparseMatrix matrix, int top, int height, int tile, int tileCols, int[] index, int[] next) {
        int left = tile * tileCols;
        Arrays.fill(next, 0);
        for (int i = top; i < top + height; i++) {
            next[matrix.first(i, left + tileCols) - matrix.first(i, left) + 1]++;
        }
        for (int c = 1; c < next.length; c++) {
            next[c] += next[c - 1];
        }
        int all = tiles * height;
        for (int i = 0; i < height; i++) {
            int from = matrix.first(top + i, left);
            int count = matrix.first(top + i, left + tileCols) - from;
            int to = tile * height + next[count]++;
            index[to] = i;
            index[all + to] = from;
            index[2 * all + to] = count;
        }
    }

    /** A block's rows, first entries and counts. */
    int[] index(int block) {
        return blocks[block].toArray(ValueLayout.JAVA_INT);
    }

    /** How many blocks of rows there are. */
    int blocks() {
        return blocks.length;
    }

    /** How many tiles a block has. */
    int tiles() {
        return tiles;
    }

    /** The first row of a block. */
    int top(int block) {
        return block * blockRows;
    }

    /** Rows of a block. */
    int height(int block) {
        return Math.min(blockRows, rows - top(block));
    }

    /** Where a block's rows, first entries and counts are. */
    long address(int block) {
        return blocks[block].address();
    }
}
