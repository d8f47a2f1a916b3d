package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.nativekernels.jni.Buffers.Loop;

/** Products in C. */
final class JniProducts implements ProductStage {
    private final int tier;
    /** Numbers of a call, in the order of enum product in bridge.c. */
    private final int[] numbers = new int[14];

    JniProducts(int tier) {
        this.tier = tier;
    }

    @Override
    public void multiply(Multiplication job) {
        if (job.groups < 0 || job.rows < 0 || job.cols < 0 || job.units < 0) {
            throw new IllegalArgumentException("a product of " + job.groups + " x " + job.rows + " x " + job.cols
                    + " x " + job.units + "; no size may be below 0");
        }
        if (job.groups == 0 || job.rows == 0 || job.cols == 0) {
            return;
        }
        Loop rows = new Loop(job.rows, job.yRow);
        Buffers.checkReach(job.y, job.yAt, 1, new Loop(job.groups, job.yGroup), rows, new Loop(job.units, job.yUnit));
        Buffers.checkReach(job.w, job.wAt, job.cols, new Loop(job.groups, job.wGroup), new Loop(job.units, job.wUnit));
        Buffers.checkReach(
                job.out, job.outAt, job.cols, new Loop(job.groups, job.outGroup), new Loop(job.rows, job.cols));
        int[] n = numbers;
        n[0] = job.groups;
        n[1] = job.rows;
        n[2] = job.cols;
        n[3] = job.units;
        n[4] = job.yAt;
        n[5] = job.yGroup;
        n[6] = job.yRow;
        n[7] = job.yUnit;
        n[8] = job.wAt;
        n[9] = job.wGroup;
        n[10] = job.wUnit;
        n[11] = job.outAt;
        n[12] = job.outGroup;
        n[13] = job.fresh ? 1 : 0;
        Bridge.multiply(tier, Stages.BASE, n, job.y, job.w, job.out);
    }
}
