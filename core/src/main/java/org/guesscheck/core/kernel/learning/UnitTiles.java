package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;

/**
 * Products of wide layers, some units after the others, so that the second-level cache keeps their weights while the rows use them. Each sum's
 * terms are added in the same order as at once, so that the bits are the same.
 */
final class UnitTiles {
    /** Vectors of weights in one tile: 1 MiB. */
    private static final int TILE = 16_384;

    /** Fewer units at a time would load and store the sums more often than their terms. */
    private static final int FEWEST = 16;

    private UnitTiles() {}

    /** Multiplies features that every lane has for itself. The job stays as it is. */
    static void multiply(ProductStage products, Multiplication job) {
        tiles(products, job, false);
    }

    /** Multiplies features that all lanes share. The job stays as it is. */
    static void multiplyShared(ProductStage products, Multiplication job) {
        tiles(products, job, true);
    }

    private static void tiles(ProductStage products, Multiplication job, boolean shared) {
        int units = job.units;
        int yAt = job.yAt;
        int wAt = job.wAt;
        boolean fresh = job.fresh;
        int tile = Math.max(FEWEST, TILE / job.cols);
        for (int done = 0; done < units; done += tile) {
            job.units = Math.min(tile, units - done);
            job.yAt = yAt + done * job.yUnit;
            job.wAt = wAt + done * job.wUnit;
            job.fresh = fresh && done == 0;
            if (shared) {
                products.multiplyShared(job);
            } else {
                products.multiply(job);
            }
        }
        job.units = units;
        job.yAt = yAt;
        job.wAt = wAt;
        job.fresh = fresh;
    }
}
