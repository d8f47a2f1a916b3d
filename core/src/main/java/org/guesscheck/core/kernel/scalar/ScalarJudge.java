package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.JudgeStage;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** Losses in plain Java, lane by lane. */
final class ScalarJudge implements JudgeStage {
    private static final int BASE = Stages.BASE;
    private static final int LANES = Question.LANES;

    private final Question question;
    private final boolean normalized;
    private final float softening;
    private final float[] scale = new float[LANES];

    ScalarJudge(Question question) {
        this.question = question;
        this.normalized = question.network().normalized();
        this.softening = question.softening();
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        int entries = question.rows() * question.cols();
        for (int g = 0; g < groups; g++) {
            int at = BASE + LANES * g * entries;
            int to = LANES * report.count;
            scales(products, at, entries);
            losses(question.train(), products, at, report.trainLoss, to);
            boolean reported = (firstGroup + g) % question.fullEvery() == 0;
            for (int l = 0; l < LANES; l++) {
                reported |= report.trainLoss[to + l] < question.largestEps();
            }
            if (reported) {
                losses(question.test(), products, at, report.generalizationLoss, to);
                report.group[report.count++] = firstGroup + g;
            }
        }
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        int entries = question.rows() * question.cols();
        for (int g = 0; g < groups; g++) {
            int at = BASE + LANES * g * entries;
            scales(products, at, entries);
            losses(question.train(), products, at, trainLoss, LANES * g);
            if (generalizationLoss != null) {
                losses(question.test(), products, at, generalizationLoss, LANES * g);
            }
        }
    }

    private void scales(float[] products, int at, int entries) {
        for (int l = 0; l < LANES; l++) {
            scale[l] = question.finalScale();
            if (normalized) {
                float squares = 0;
                for (int e = 0; e < entries; e++) {
                    float value = products[at + LANES * e + l];
                    squares = Math.fma(value, value, squares);
                }
                float norm = (float) Math.sqrt(squares);
                scale[l] = scale[l] / Math.fma(scale[l], norm, softening);
            }
        }
    }

    private void losses(LinearLoss loss, float[] products, int at, float[] out, int to) {
        for (int l = 0; l < LANES; l++) {
            float sum = 0;
            for (int i = 0; i < loss.rows(); i++) {
                float dot = 0;
                for (int e = 0; e < loss.entries(); e++) {
                    dot = Math.fma(loss.matrices()[i * loss.entries() + e], products[at + LANES * e + l], dot);
                }
                float residual = Math.fma(dot, scale[l], -loss.targets()[i]);
                sum = Math.fma(residual, residual, sum);
            }
            out[to + l] = sum * loss.weight();
        }
    }
}
