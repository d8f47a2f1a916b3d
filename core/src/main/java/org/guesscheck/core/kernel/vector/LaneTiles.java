package org.guesscheck.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Cuts products, inner products and combinations into tiles of nearly equal size that fit the registers. */
final class LaneTiles {
    /** Vector registers that are left for sums when factors have theirs: of 32 and of 16. */
    private static final int MANY = 25;

    private static final int FEW = 10;

    private static final int LARGEST_COLS = 5;

    private final VectorSpecies<Float> species;

    /** The most sums of a tile. */
    private final int sums;

    private final LaneTile[][] bySize = new LaneTile[MANY / LARGEST_COLS + 1][LARGEST_COLS + 1];

    LaneTiles(VectorSpecies<Float> species) {
        this.species = species;
        // AVX-512 doubles the number of registers for narrower vectors as well.
        sums = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512 ? MANY : FEW;
    }

    /** Computes a product. */
    void multiply(LaneProduct job) {
        int down = pieces(job.rows, sums / LARGEST_COLS);
        int across = pieces(job.cols, LARGEST_COLS);
        for (int i = 0; i < down; i++) {
            int row = start(job.rows, i, down);
            int rows = start(job.rows, i + 1, down) - row;
            for (int j = 0; j < across; j++) {
                int col = start(job.cols, j, across);
                tile(rows, start(job.cols, j + 1, across) - col).multiply(job, row, col);
            }
        }
    }

    private LaneTile tile(int rows, int cols) {
        LaneTile tile = bySize[rows][cols];
        if (tile == null) {
            tile = Specialised.load(LaneTile.class, new VectorLaneTile.Constants(species, rows, cols));
            bySize[rows][cols] = tile;
        }
        return tile;
    }

    /** Inner products of one vector with several others: one tile for each few of them. */
    LaneDots[] dots(int count, int length, boolean shared) {
        int tiles = pieces(count, sums == MANY ? 3 : 1);
        LaneDots[] dots = new LaneDots[tiles];
        for (int t = 0; t < tiles; t++) {
            int from = start(count, t, tiles);
            int outputs = start(count, t + 1, tiles) - from;
            dots[t] = Specialised.load(LaneDots.class, new VectorLaneDots.Constants(species, outputs, length, shared));
        }
        return dots;
    }

    /** Combinations of rows: one tile for each few of their columns. */
    LaneCombination[] combinations(int length, boolean shared) {
        int tiles = pieces(length, sums);
        LaneCombination[] combinations = new LaneCombination[tiles];
        for (int t = 0; t < tiles; t++) {
            int cols = start(length, t + 1, tiles) - start(length, t, tiles);
            combinations[t] =
                    Specialised.load(LaneCombination.class, new VectorLaneCombination.Constants(species, cols, shared));
        }
        return combinations;
    }

    private static int pieces(int size, int largest) {
        return (size + largest - 1) / largest;
    }

    /** Where a piece of something starts. */
    static int start(int size, int piece, int pieces) {
        return (int) ((long) size * piece / pieces);
    }
}
