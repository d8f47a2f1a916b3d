package org.guesscheck.nativekernels.jni;

import java.util.Objects;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Stages;

/**
 * Products in C.
 *
 * @param tier index of the instruction sets
 */
record JniProducts(int tier) implements ProductStage {
    @Override
    public void multiply(Multiplication job) {
        multiply(job, false);
    }

    @Override
    public void multiplyShared(Multiplication job) {
        multiply(job, true);
    }

    private void multiply(Multiplication job, boolean shared) {
        if (job.groups < 0 || job.rows < 0 || job.cols < 0 || job.units < 0) {
            throw new IllegalArgumentException("a product of " + job.groups + " x " + job.rows + " x " + job.cols
                    + " x " + job.units + "; no size may be below 0");
        }
        if (job.groups == 0 || job.rows == 0 || job.cols == 0) {
            return;
        }
        checkReach(job, shared);
        Bridge.multiply(
                tier,
                Stages.BASE,
                job.groups,
                job.rows,
                job.cols,
                job.units,
                job.y,
                shared,
                job.yAt,
                job.yGroup,
                job.yRow,
                job.yUnit,
                job.w,
                job.wAt,
                job.wGroup,
                job.wUnit,
                job.out,
                job.outAt,
                job.outGroup,
                job.fresh);
    }

    /** Checks first and last vector of every operand; without units, no feature or weight is read. */
    private static void checkReach(Multiplication job, boolean shared) {
        Objects.requireNonNull(job.y);
        Objects.requireNonNull(job.w);
        long units = Buffers.last(Buffers.last(0, job.groups, job.yGroup), job.units, job.yUnit);
        long features = Buffers.last(units, job.rows, job.yRow);
        long weights = Buffers.last(Buffers.last(0, job.groups, job.wGroup), job.units, job.wUnit);
        if (job.units > 0) {
            if (shared) {
                Buffers.checkNumbers(job.y, job.yAt, features + 1);
            } else {
                Buffers.check(job.y, job.yAt, features + 1);
            }
            Buffers.check(job.w, job.wAt, weights + job.cols);
        }
        long sums = Buffers.last(Buffers.last(0, job.groups, job.outGroup), job.rows, job.cols);
        Buffers.check(job.out, job.outAt, sums + job.cols);
    }
}
