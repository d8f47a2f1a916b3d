package org.guesscheck.nativekernels.jni;

import java.util.Objects;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.CorrelationStage;
import org.guesscheck.core.kernel.Stages;

/**
 * Correlated normals in C.
 *
 * @param tier index of the instruction sets
 */
record JniCorrelation(int tier) implements CorrelationStage {
    @Override
    public void correlate(Correlation job) {
        checkSizes(job);
        if (job.groups == 0 || job.units == 0) {
            return;
        }
        long normals = Buffers.last(Buffers.last(0, job.groups, job.wGroup), job.units, job.wUnit);
        Buffers.check(job.w, job.wAt, Math.addExact(normals, job.rows));
        long results = Buffers.last(Buffers.last(0, job.groups, job.yGroup), job.units, job.yUnit);
        Buffers.check(job.y, job.yAt, Buffers.last(results, job.rows, job.yRow) + 1);
        checkTriangles(job, job.lower);
        Bridge.correlate(
                tier,
                Stages.BASE,
                job.groups,
                job.rows,
                job.units,
                job.w,
                job.wAt,
                job.wGroup,
                job.wUnit,
                job.y,
                job.yAt,
                job.yGroup,
                job.yUnit,
                job.yRow,
                job.lower);
    }

    @Override
    public void addGram(Correlation job) {
        checkSizes(job);
        if (job.groups == 0) {
            return;
        }
        Objects.requireNonNull(job.y);
        long features = Buffers.last(Buffers.last(0, job.groups, job.yGroup), job.units, job.yUnit);
        if (job.units > 0) {
            Buffers.check(job.y, job.yAt, Math.addExact(features, job.rows));
        }
        checkTriangles(job, job.sums);
        checkTriangles(job, job.lost);
        Bridge.addGram(
                tier,
                Stages.BASE,
                job.groups,
                job.rows,
                job.units,
                job.y,
                job.yAt,
                job.yGroup,
                job.yUnit,
                job.sums,
                job.lost,
                job.fresh);
    }

    @Override
    public void factor(Correlation job) {
        checkSizes(job);
        checkTriangles(job, job.sums);
        if (job.groups > 0) {
            Bridge.factor(tier, Stages.BASE, job.groups, job.rows, job.sums);
        }
    }

    private static void checkSizes(Correlation job) {
        if (job.groups < 0 || job.rows < 1 || job.units < 0) {
            throw new IllegalArgumentException("a correlation of " + job.groups + " x " + job.rows + " x " + job.units
                    + "; no size may be below 0, nor rows below 1");
        }
    }

    /** Triangles whose entries no int counts are refused as well. */
    private static void checkTriangles(Correlation job, float[] triangles) {
        long entries = (long) job.rows * (job.rows + 1L) / 2;
        Buffers.check(triangles, 0, Math.multiplyExact(job.groups, entries));
    }
}
