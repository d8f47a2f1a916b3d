package org.guesscheck.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;

/** Cuts a product into blocks of nearly equal size that fit the registers. */
final class Blocks implements ProductStage {
    /** Vector registers that are left for sums when features and weights have theirs: of 32 and of 16. */
    private static final int MANY = 25;

    private static final int FEW = 10;

    private static final int LARGEST_COLS = 5;
    private static final int LARGEST_ROWS = MANY / LARGEST_COLS;
    private static final int LARGEST_CHAIN_ROWS = 2;

    private final VectorSpecies<Float> species;
    private final int largestRows;
    private final int chainRows;
    private final Block[][] bySize = new Block[LARGEST_ROWS + 1][LARGEST_COLS + 1];
    private final Block[][] sharedBySize = new Block[LARGEST_ROWS + 1][LARGEST_COLS + 1];
    private final Chain[][] chains = new Chain[LARGEST_CHAIN_ROWS + 1][LARGEST_COLS + 1];
    private final Chain[] chainsOfTwoGroups = new Chain[LARGEST_COLS + 1];

    Blocks(VectorSpecies<Float> species) {
        this.species = species;
        // AVX-512 doubles the number of registers for narrower vectors as well.
        int sums = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512 ? MANY : FEW;
        largestRows = sums / LARGEST_COLS;
        // A row has its features and its sums in registers; none may be spilled, since the stack is not aligned for
        // vectors.
        chainRows = sums == MANY ? LARGEST_CHAIN_ROWS : 1;
    }

    @Override
    public boolean multiplyChain(Multiplication first, int factors) {
        if (first.cols > LARGEST_COLS) {
            return false;
        }
        int row = 0;
        for (; row + chainRows <= first.rows; row += chainRows) {
            chain(chainRows, first.cols, false).multiply(first, factors, row, 0, first.groups);
        }
        if (row < first.rows) {
            int pairs = first.groups & ~1;
            chain(2, first.cols, true).multiply(first, factors, row, 0, pairs);
            if (pairs < first.groups) {
                chain(1, first.cols, false).multiply(first, factors, row, pairs, first.groups);
            }
        }
        return true;
    }

    private Chain chain(int rows, int cols, boolean twoGroups) {
        Chain[] known = twoGroups ? chainsOfTwoGroups : chains[rows];
        if (known[cols] == null) {
            known[cols] = Specialised.load(Chain.class, new VectorChain.Constants(species, rows, cols, twoGroups));
        }
        return known[cols];
    }

    @Override
    public void multiply(Multiplication job) {
        multiply(job, false);
    }

    @Override
    public void multiplyShared(Multiplication job) {
        multiply(job, true);
    }

    private void multiply(Multiplication job, boolean shared) {
        int rowBlocks = (job.rows + largestRows - 1) / largestRows;
        int colBlocks = (job.cols + LARGEST_COLS - 1) / LARGEST_COLS;
        for (int i = 0; i < rowBlocks; i++) {
            int row = job.rows * i / rowBlocks;
            int rows = job.rows * (i + 1) / rowBlocks - row;
            for (int j = 0; j < colBlocks; j++) {
                int col = job.cols * j / colBlocks;
                int cols = job.cols * (j + 1) / colBlocks - col;
                block(rows, cols, shared).add(job, row, col);
            }
        }
    }

    private Block block(int rows, int cols, boolean shared) {
        Block[][] known = shared ? sharedBySize : bySize;
        if (known[rows][cols] == null) {
            known[rows][cols] = Specialised.load(Block.class, new VectorBlock.Constants(species, rows, cols, shared));
        }
        return known[rows][cols];
    }
}
