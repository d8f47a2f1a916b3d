package org.guesscheck.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;

/** Cuts a product into blocks of nearly equal size that fit the registers. */
final class Blocks {
    /** Vector registers that are left for sums when features and weights have theirs: of 32 and of 16. */
    private static final int MANY = 25;

    private static final int FEW = 10;

    private final VectorSpecies<Float> species;
    private final int largestRows;
    private final int largestCols = 5;
    private final int chainRows;
    private final Block[][] bySize = new Block[6][6];
    private final Chain[][] chains = new Chain[4][6];

    Blocks(VectorSpecies<Float> species) {
        this.species = species;
        // AVX-512 doubles the number of registers for narrower vectors as well.
        int sums = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512 ? MANY : FEW;
        largestRows = sums / largestCols;
        // A row has its features and its sums in registers.
        chainRows = sums == MANY ? 3 : 1;
    }

    boolean multiplyChain(Multiplication first, int factors) {
        if (first.cols > largestCols) {
            return false;
        }
        int blocks = (first.rows + chainRows - 1) / chainRows;
        for (int i = 0; i < blocks; i++) {
            int row = first.rows * i / blocks;
            int rows = first.rows * (i + 1) / blocks - row;
            chain(rows, first.cols).multiply(first, factors, row);
        }
        return true;
    }

    private Chain chain(int rows, int cols) {
        Chain chain = chains[rows][cols];
        if (chain == null) {
            chain = Specialised.load(VectorChain.class, Chain.class, species, rows, cols);
            chains[rows][cols] = chain;
        }
        return chain;
    }

    void multiply(Multiplication job) {
        int rowBlocks = (job.rows + largestRows - 1) / largestRows;
        int colBlocks = (job.cols + largestCols - 1) / largestCols;
        for (int i = 0; i < rowBlocks; i++) {
            int row = job.rows * i / rowBlocks;
            int rows = job.rows * (i + 1) / rowBlocks - row;
            for (int j = 0; j < colBlocks; j++) {
                int col = job.cols * j / colBlocks;
                int cols = job.cols * (j + 1) / colBlocks - col;
                block(rows, cols).add(job, row, col);
            }
        }
    }

    private Block block(int rows, int cols) {
        Block block = bySize[rows][cols];
        if (block == null) {
            block = Specialised.load(VectorBlock.class, Block.class, species, rows, cols);
            bySize[rows][cols] = block;
        }
        return block;
    }
}
