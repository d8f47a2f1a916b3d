package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Products of a matrix that all lanes share, such as that of the inputs, with one that every lane has for itself: {@code out[r][c] = sum
 * over u of x[r][u] w[u][c]}. Buffers of lanes start with their first vector.
 */
final class SharedProduct {
    private final ProductStage products;
    private final Multiplication job = new Multiplication();

    SharedProduct(ProductStage products) {
        this.products = products;
        job.groups = 1;
        job.fresh = true;
    }

    /**
     * Multiplies some rows.
     *
     * @param x the matrix
     * @param at element of the first factor
     * @param nextRow elements from row to row
     * @param nextUnit elements from unit to unit
     * @param rows how many rows
     * @param units how many units
     * @param w factors of the lanes, unit after unit, columns side by side
     * @param cols number of columns
     * @param out receives row after row
     */
    void multiply(float[] x, int at, int nextRow, int nextUnit, int rows, int units, float[] w, int cols, float[] out) {
        if (units == 0) {
            // Inputs of zeros alone ask for no numbers.
            Arrays.fill(out, Stages.BASE, Stages.BASE + Question.LANES * rows * cols, 0);
            return;
        }
        job.y = x;
        job.yAt = at;
        job.yRow = nextRow;
        job.yUnit = nextUnit;
        job.rows = rows;
        job.units = units;
        job.w = w;
        job.wUnit = cols;
        job.cols = cols;
        job.out = out;
        UnitTiles.multiplyShared(products, job);
    }
}
