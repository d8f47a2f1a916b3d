package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.network.TanhPolynomial;
import org.guesscheck.core.random.PriorStream;

/** The stages in plain Java, lane by lane. */
final class ScalarStages implements Stages {
    private static final int LANES = Question.LANES;

    private final Question question;
    private final Network network;
    private final float softening;
    private final PriorStream draws;
    private final float[] scale = new float[LANES];

    ScalarStages(Question question) {
        this.question = question;
        this.network = question.network();
        this.softening = question.softening();
        this.draws = new PriorStream(network.prior() == Prior.UNIFORM);
    }

    @Override
    public void seed(long seed, long chunk) {
        draws.seed(seed, chunk);
    }

    @Override
    public void fill(float[] out, int vectors) {
        draws.fill(out, vectors);
    }

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

    @Override
    public void activate(float[] y, int at, int vectors) {
        Activation activation = network.activation();
        float hiddenScale = question.hiddenScale();
        int from = BASE + LANES * at;
        for (int i = from; i < from + LANES * vectors; i++) {
            float x = y[i] * hiddenScale;
            y[i] = switch (activation.kind()) {
                case LINEAR -> x;
                case TANH -> TanhPolynomial.tanh(x);
                case LEAKY_RELU -> Float.floatToRawIntBits(x) < 0 ? x * activation.negativeSlope() : x;
            };
        }
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

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        boolean uniform = network.prior() == Prior.UNIFORM;
        int offset = LANES * (currentAt - at);
        int from = BASE + LANES * at;
        for (int i = from; i < from + LANES * vectors; i++) {
            float old = current[i + offset];
            if (uniform) {
                float x = Math.fma(step, noise[i], old);
                noise[i] = x > 1 ? 2 - x : x < -1 ? -2 - x : x;
            } else {
                noise[i] = Math.fma(step, noise[i], keep * old);
            }
        }
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        for (int v = 0; v < vectors; v++) {
            for (int l = 0; l < LANES; l++) {
                if (chosen[chosenAt + l] != 0) {
                    to[BASE + LANES * (toAt + v) + l] = from[BASE + LANES * (at + v) + l];
                }
            }
        }
    }

    private void scales(float[] products, int at, int entries) {
        for (int l = 0; l < LANES; l++) {
            scale[l] = question.finalScale();
            if (network.normalized()) {
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
