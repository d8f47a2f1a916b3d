package org.guesscheck.core.kernel;

/**
 * Products through the Gram matrices of hidden features, at a cost that grows with the width and not with its square.
 *
 * <p>Given the features H of a layer (rows x width), the columns of the next pre-activation H W are independent normals with
 * covariance H H^T = L L^T, whatever the activation. So H W has the law of L G, with L the Cholesky factor and G as many independent
 * normals as H W has entries. Of features, only their Gram matrix is needed: a tile of hidden units is drawn, correlated by the last
 * layer's L, activated and added to the sums, all in one buffer.
 */
final class GramProducts implements ProductPass {
    /** The most rows of which 16 triangles fit an array. */
    private static final int MOST_ROWS = 16_383;

    private final Question question;
    private final Stages stages;
    private final WeightLayout layout;
    private final int rows;
    private final int cols;
    private final float[] weights;
    private final float[] products;
    private final float[] lost;
    private float[] lower;
    private float[] sums;
    private final Correlation job = new Correlation();

    GramProducts(Question question, Stages stages) {
        this.question = question;
        this.stages = stages;
        rows = question.rows();
        cols = question.cols();
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException("rows: " + rows + "; at most " + MOST_ROWS
                    + " are allowed where products are drawn through Gram matrices");
        }
        layout = question.layout();
        long triangles = (long) layout.batch() * Correlation.triangle(rows);
        weights = ProductPass.buffer("rows: the normals", layout.atOnce());
        products = ProductPass.buffer("rows: the products", (long) layout.batch() * rows * cols);
        lost = ProductPass.buffer("rows: the Gram matrices", triangles);
        lower = ProductPass.buffer("rows: the Gram matrices", triangles);
        sums = ProductPass.buffer("rows: the Gram matrices", triangles);
    }

    @Override
    public float[] next(int groups) {
        if (layout.whole()) {
            stages.weights().fill(weights, groups * layout.vectors());
        }
        job.groups = groups;
        job.rows = rows;
        job.w = weights;
        job.wGroup = layout.vectors();
        job.wUnit = rows;
        job.lost = lost;
        int last = layout.factors() - 1;
        for (int factor = 0; factor < last; factor++) {
            hidden(factor);
        }
        last(last);
        return products;
    }

    /** Draws a hidden layer and leaves the Cholesky factor of its Gram matrix. */
    private void hidden(int factor) {
        int width = layout.columns(factor);
        int tile = layout.whole() ? width : layout.tileUnits();
        for (int done = 0; done < width; done += tile) {
            draw(factor, Math.min(tile, width - done));
            inPlace();
            job.lower = lower;
            job.sums = sums;
            if (factor > 0) {
                stages.correlation().correlate(job);
            }
            if (question.activates()) {
                stages.activation().activateRuns(weights, job.wAt, job.units * rows, job.groups, job.wGroup);
            }
            job.fresh = done == 0;
            stages.correlation().addGram(job);
        }
        stages.correlation().factor(job);
        float[] swap = lower;
        lower = sums;
        sums = swap;
    }

    /** Draws the last layer, which is the product. */
    private void last(int factor) {
        int tile = layout.whole() ? cols : layout.tileUnits();
        for (int done = 0; done < cols; done += tile) {
            draw(factor, Math.min(tile, cols - done));
            job.y = products;
            job.yAt = done;
            job.yGroup = rows * cols;
            job.yUnit = 1;
            job.yRow = cols;
            job.lower = lower;
            stages.correlation().correlate(job);
        }
    }

    private void draw(int factor, int units) {
        if (!layout.whole()) {
            stages.weights().fill(weights, WeightLayout.drawn(units * rows));
        }
        job.units = units;
        job.wAt = layout.whole() ? layout.first(factor) : 0;
    }

    private void inPlace() {
        job.y = job.w;
        job.yAt = job.wAt;
        job.yGroup = job.wGroup;
        job.yUnit = job.wUnit;
        job.yRow = 1;
    }
}
