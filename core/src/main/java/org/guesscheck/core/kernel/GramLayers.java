package org.guesscheck.core.kernel;

/**
 * Hidden layers of which only Gram matrices are kept, at a cost that grows with the width and not with its square.
 *
 * <p>Given the features H of a layer (rows x width), the columns of the next pre-activation H W are independent normals with
 * covariance H H^T = L L^T, whatever the activation. So H W has the law of L G, with L the Cholesky factor and G as many independent
 * normals as H W has entries. Of features, only their Gram matrix is needed: a tile of hidden units is drawn, correlated by the last
 * layer's L, activated and added to the sums, all in one buffer.
 */
final class GramLayers {
    /** The most rows of which 16 triangles fit an array. */
    private static final int MOST_ROWS = 16_383;

    private final Question question;
    private final Stages stages;
    private final WeightLayout layout;
    private final int rows;
    private final float[] weights;
    private final float[] lost;
    private float[] lower;
    private float[] sums;
    private final Correlation job = new Correlation();

    /** Allocates the buffers for numbers that lie column by column. */
    GramLayers(Question question, Stages stages, WeightLayout layout) {
        this.question = question;
        this.stages = stages;
        this.layout = layout;
        rows = question.rows();
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException("rows: " + rows + "; at most " + MOST_ROWS
                    + " are allowed where products are drawn through Gram matrices");
        }
        long triangles = (long) layout.batch() * Correlation.triangle(rows);
        weights = LaneBuffer.of("rows: the normals", layout.atOnce());
        lost = LaneBuffer.of("rows: the Gram matrices", triangles);
        lower = LaneBuffer.of("rows: the Gram matrices", triangles);
        sums = LaneBuffer.of("rows: the Gram matrices", triangles);
    }

    /** Starts the next groups, whose numbers are drawn now if they are drawn at once. */
    void start(int groups) {
        if (layout.whole()) {
            stages.weights().fill(weights, groups * layout.vectors());
        }
        job.groups = groups;
        job.rows = rows;
        job.w = weights;
        job.wGroup = layout.vectors();
        job.wUnit = rows;
        job.lost = lost;
    }

    /** The columns of a factor of which one tile is made. */
    int tile(int factor) {
        return layout.whole() ? layout.columns(factor) : layout.tileUnits();
    }

    /** Goes through a hidden layer, after which {@link #last} or the next layer is correlated by it. */
    void layer(int factor) {
        int tile = tile(factor);
        for (int done = 0; done < layout.columns(factor); done += tile) {
            Correlation features = features(factor, Math.min(tile, layout.columns(factor) - done));
            features.sums = sums;
            features.fresh = done == 0;
            stages.correlation().addGram(features);
        }
        stages.correlation().factor(job);
        float[] swap = lower;
        lower = sums;
        sums = swap;
    }

    /** The features of the next units of a hidden layer, which stay until the next call. */
    Correlation features(int factor, int units) {
        draw(factor, units);
        job.y = weights;
        job.yAt = job.wAt;
        job.yGroup = job.wGroup;
        job.yUnit = rows;
        job.yRow = 1;
        if (factor > 0) {
            stages.correlation().correlate(job);
        }
        if (question.activates()) {
            stages.activation().activateRuns(weights, job.wAt, units * rows, job.groups, job.wGroup);
        }
        return job;
    }

    /** Draws the last layer, which is the product, row by row. */
    void last(int factor, float[] products) {
        int cols = layout.columns(factor);
        int tile = tile(factor);
        for (int done = 0; done < cols; done += tile) {
            draw(factor, Math.min(tile, cols - done));
            job.y = products;
            job.yAt = done;
            job.yGroup = rows * cols;
            job.yUnit = 1;
            job.yRow = cols;
            stages.correlation().correlate(job);
        }
    }

    private void draw(int factor, int units) {
        if (!layout.whole()) {
            stages.weights().fill(weights, WeightLayout.drawn(units * rows));
        }
        job.units = units;
        job.wAt = layout.whole() ? layout.first(factor) : 0;
        job.lower = lower;
    }
}
