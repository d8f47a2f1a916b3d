package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** Products in plain Java, lane by lane. */
final class ScalarProducts implements ProductStage {
    private static final int BASE = Stages.BASE;
    private static final int LANES = Question.LANES;

    @Override
    public void multiply(Multiplication job) {
        for (int g = 0; g < job.groups; g++) {
            for (int r = 0; r < job.rows; r++) {
                for (int c = 0; c < job.cols; c++) {
                    sumOver(job, g, r, c);
                }
            }
        }
    }

    @Override
    public void multiplyShared(Multiplication job) {
        for (int g = 0; g < job.groups; g++) {
            for (int r = 0; r < job.rows; r++) {
                for (int c = 0; c < job.cols; c++) {
                    sumShared(job, g, r, c);
                }
            }
        }
    }

    private static void sumShared(Multiplication job, int g, int r, int c) {
        int out = BASE + LANES * (job.outAt + g * job.outGroup + r * job.cols + c);
        int y = job.yAt + g * job.yGroup + r * job.yRow;
        for (int l = 0; l < LANES; l++) {
            int w = BASE + LANES * (job.wAt + g * job.wGroup + c) + l;
            float sum = job.fresh ? 0 : job.out[out + l];
            for (int u = 0; u < job.units; u++) {
                sum = Math.fma(job.y[y + u * job.yUnit], job.w[w + LANES * u * job.wUnit], sum);
            }
            job.out[out + l] = sum;
        }
    }

    private static void sumOver(Multiplication job, int g, int r, int c) {
        int out = BASE + LANES * (job.outAt + g * job.outGroup + r * job.cols + c);
        for (int l = 0; l < LANES; l++) {
            int y = BASE + LANES * (job.yAt + g * job.yGroup + r * job.yRow) + l;
            int w = BASE + LANES * (job.wAt + g * job.wGroup + c) + l;
            float sum = job.fresh ? 0 : job.out[out + l];
            for (int u = 0; u < job.units; u++) {
                sum = Math.fma(job.y[y + LANES * u * job.yUnit], job.w[w + LANES * u * job.wUnit], sum);
            }
            job.out[out + l] = sum;
        }
    }
}
