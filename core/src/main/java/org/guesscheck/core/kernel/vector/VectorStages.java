package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.TanhPolynomial.*;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;

/** The stages in vectors; their twin in plain Java is the scalar backend. A template of {@link VectorBackend}. */
final class VectorStages implements Stages {
    private static final VectorSpecies<Float> F = Specialised.species(MethodHandles.lookup());
    private static final Question QUESTION = Specialised.constant(MethodHandles.lookup(), 1, Question.class);
    private static final VectorSpecies<Integer> I = F.withLanes(int.class);
    private static final int L = F.length();
    private static final int ENTRIES = QUESTION.rows() * QUESTION.cols();
    private static final int EVERY = QUESTION.fullEvery();
    private static final boolean UNIFORM = QUESTION.network().prior() == Prior.UNIFORM;
    private static final boolean NORMALIZED = QUESTION.network().normalized();
    private static final float SOFTENING = QUESTION.network().softening();
    private static final float FINAL_SCALE = QUESTION.finalScale();
    private static final float HIDDEN_SCALE = QUESTION.hiddenScale();
    private static final float EPS = QUESTION.largestEps();
    private static final Activation ACTIVATION = QUESTION.network().activation();
    private static final int SLOPE_BITS = Float.floatToRawIntBits(ACTIVATION.negativeSlope());
    private static final int ONE_BITS = Float.floatToRawIntBits(1f);

    /** Residuals that are judged before most groups are rejected. */
    private static final int FIRST = Math.min(4, QUESTION.train().rows());

    private final Draws draws = Specialised.constant(MethodHandles.lookup(), 2, Draws.class);
    private final float[] scale = new float[Question.LANES];
    private final float[] a = QUESTION.train().matrices();
    private final float[] targets = QUESTION.train().targets();

    VectorStages() {}

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
            int y = BASE + 16 * (job.yAt + g * job.yGroup);
            int w = BASE + 16 * (job.wAt + g * job.wGroup);
            int out = BASE + 16 * (job.outAt + g * job.outGroup);
            int row = 16 * job.yRow;
            int r = 0;
            for (; r + 2 <= job.rows; r += 2) {
                int at = out + 16 * r * job.cols;
                int c = 0;
                for (; c + 5 <= job.cols; c += 5) {
                    twoByFive(job, y + r * row, w + 16 * c, at + 16 * c);
                }
                for (; c < job.cols; c++) {
                    one(job, y + r * row, w + 16 * c, at + 16 * c);
                    one(job, y + (r + 1) * row, w + 16 * c, at + 16 * (job.cols + c));
                }
            }
            for (; r < job.rows; r++) {
                int at = out + 16 * r * job.cols;
                int c = 0;
                for (; c + 5 <= job.cols; c += 5) {
                    oneByFive(job, y + r * row, w + 16 * c, at + 16 * c);
                }
                for (; c < job.cols; c++) {
                    one(job, y + r * row, w + 16 * c, at + 16 * c);
                }
            }
        }
    }

    /** Two rows by five columns of sums in registers: enough chains to hide the latency of fma. */
    private static void twoByFive(Multiplication job, int yAt, int wAt, int outAt) {
        float[] y = job.y;
        float[] w = job.w;
        float[] out = job.out;
        int nextY = 16 * job.yUnit;
        int nextW = 16 * job.wUnit;
        int row = 16 * job.yRow;
        int below = 16 * job.cols;
        for (int h = 0; h < 16; h += L) {
            int o = outAt + h;
            int p = o + below;
            FloatVector a0 = FloatVector.zero(F);
            FloatVector a1 = a0;
            FloatVector a2 = a0;
            FloatVector a3 = a0;
            FloatVector a4 = a0;
            FloatVector b0 = a0;
            FloatVector b1 = a0;
            FloatVector b2 = a0;
            FloatVector b3 = a0;
            FloatVector b4 = a0;
            if (!job.fresh) {
                a0 = FloatVector.fromArray(F, out, o);
                a1 = FloatVector.fromArray(F, out, o + 16);
                a2 = FloatVector.fromArray(F, out, o + 32);
                a3 = FloatVector.fromArray(F, out, o + 48);
                a4 = FloatVector.fromArray(F, out, o + 64);
                b0 = FloatVector.fromArray(F, out, p);
                b1 = FloatVector.fromArray(F, out, p + 16);
                b2 = FloatVector.fromArray(F, out, p + 32);
                b3 = FloatVector.fromArray(F, out, p + 48);
                b4 = FloatVector.fromArray(F, out, p + 64);
            }
            int i = yAt + h;
            int j = wAt + h;
            for (int u = 0; u < job.units; u++) {
                FloatVector y0 = FloatVector.fromArray(F, y, i);
                FloatVector y1 = FloatVector.fromArray(F, y, i + row);
                FloatVector w0 = FloatVector.fromArray(F, w, j);
                FloatVector w1 = FloatVector.fromArray(F, w, j + 16);
                FloatVector w2 = FloatVector.fromArray(F, w, j + 32);
                FloatVector w3 = FloatVector.fromArray(F, w, j + 48);
                FloatVector w4 = FloatVector.fromArray(F, w, j + 64);
                a0 = y0.fma(w0, a0);
                a1 = y0.fma(w1, a1);
                a2 = y0.fma(w2, a2);
                a3 = y0.fma(w3, a3);
                a4 = y0.fma(w4, a4);
                b0 = y1.fma(w0, b0);
                b1 = y1.fma(w1, b1);
                b2 = y1.fma(w2, b2);
                b3 = y1.fma(w3, b3);
                b4 = y1.fma(w4, b4);
                i += nextY;
                j += nextW;
            }
            a0.intoArray(out, o);
            a1.intoArray(out, o + 16);
            a2.intoArray(out, o + 32);
            a3.intoArray(out, o + 48);
            a4.intoArray(out, o + 64);
            b0.intoArray(out, p);
            b1.intoArray(out, p + 16);
            b2.intoArray(out, p + 32);
            b3.intoArray(out, p + 48);
            b4.intoArray(out, p + 64);
        }
    }

    private static void oneByFive(Multiplication job, int yAt, int wAt, int outAt) {
        float[] y = job.y;
        float[] w = job.w;
        float[] out = job.out;
        for (int h = 0; h < 16; h += L) {
            int o = outAt + h;
            FloatVector a0 = FloatVector.zero(F);
            FloatVector a1 = a0;
            FloatVector a2 = a0;
            FloatVector a3 = a0;
            FloatVector a4 = a0;
            if (!job.fresh) {
                a0 = FloatVector.fromArray(F, out, o);
                a1 = FloatVector.fromArray(F, out, o + 16);
                a2 = FloatVector.fromArray(F, out, o + 32);
                a3 = FloatVector.fromArray(F, out, o + 48);
                a4 = FloatVector.fromArray(F, out, o + 64);
            }
            int i = yAt + h;
            int j = wAt + h;
            for (int u = 0; u < job.units; u++) {
                FloatVector y0 = FloatVector.fromArray(F, y, i);
                a0 = y0.fma(FloatVector.fromArray(F, w, j), a0);
                a1 = y0.fma(FloatVector.fromArray(F, w, j + 16), a1);
                a2 = y0.fma(FloatVector.fromArray(F, w, j + 32), a2);
                a3 = y0.fma(FloatVector.fromArray(F, w, j + 48), a3);
                a4 = y0.fma(FloatVector.fromArray(F, w, j + 64), a4);
                i += 16 * job.yUnit;
                j += 16 * job.wUnit;
            }
            a0.intoArray(out, o);
            a1.intoArray(out, o + 16);
            a2.intoArray(out, o + 32);
            a3.intoArray(out, o + 48);
            a4.intoArray(out, o + 64);
        }
    }

    private static void one(Multiplication job, int yAt, int wAt, int outAt) {
        for (int h = 0; h < 16; h += L) {
            FloatVector sum = job.fresh ? FloatVector.zero(F) : FloatVector.fromArray(F, job.out, outAt + h);
            int i = yAt + h;
            int j = wAt + h;
            for (int u = 0; u < job.units; u++) {
                sum = FloatVector.fromArray(F, job.y, i).fma(FloatVector.fromArray(F, job.w, j), sum);
                i += 16 * job.yUnit;
                j += 16 * job.wUnit;
            }
            sum.intoArray(job.out, outAt + h);
        }
    }

    @Override
    public void activate(float[] y, int at, int vectors) {
        int from = BASE + 16 * at;
        int to = from + 16 * vectors;
        switch (ACTIVATION.kind()) {
            case LINEAR -> scaled(y, from, to);
            case TANH -> tangent(y, from, to);
            case LEAKY_RELU -> leaky(y, from, to);
        }
    }

    private static void scaled(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE).intoArray(y, i);
        }
    }

    private static void tangent(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector x =
                    FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE).min(CLAMP).max(-CLAMP);
            FloatVector q = x.mul(x);
            FloatVector top = q.fma(FloatVector.broadcast(F, P4), FloatVector.broadcast(F, P3))
                    .fma(q, FloatVector.broadcast(F, P2))
                    .fma(q, FloatVector.broadcast(F, P1))
                    .fma(q, FloatVector.broadcast(F, P0));
            FloatVector bottom = q.fma(FloatVector.broadcast(F, Q4), FloatVector.broadcast(F, Q3))
                    .fma(q, FloatVector.broadcast(F, Q2))
                    .fma(q, FloatVector.broadcast(F, Q1))
                    .fma(q, FloatVector.broadcast(F, Q0));
            x.mul(top).div(bottom).intoArray(y, i);
        }
    }

    /** The factor is chosen by the sign bit with integer operations, which need no mask. */
    private static void leaky(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector x = FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE);
            IntVector negative = x.reinterpretAsInts().lanewise(ASHR, 31);
            x.mul(negative.and(SLOPE_BITS ^ ONE_BITS).lanewise(XOR, ONE_BITS).reinterpretAsFloats())
                    .intoArray(y, i);
        }
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        for (int g = 0; g < groups; g++) {
            int at = BASE + 16 * g * ENTRIES;
            boolean full = (firstGroup + g) % EVERY == 0;
            if (full || mayFit(products, at)) {
                judgeWhole(products, at, full, firstGroup + g, report);
            }
        }
    }

    /** Whether a draw of the group is still below the threshold after the first residuals. */
    private boolean mayFit(float[] products, int at) {
        boolean any = false;
        for (int h = 0; h < 16; h += L) {
            int from = at + h;
            FloatVector s = FloatVector.broadcast(F, FINAL_SCALE);
            if (NORMALIZED) {
                FloatVector squares = FloatVector.zero(F);
                for (int e = 0; e < ENTRIES; e++) {
                    FloatVector value = FloatVector.fromArray(F, products, from + 16 * e);
                    squares = value.fma(value, squares);
                }
                s = s.div(squares.lanewise(SQRT).fma(s, FloatVector.broadcast(F, SOFTENING)));
            }
            FloatVector sum = FloatVector.zero(F);
            if (FIRST == 4) {
                FloatVector d0 = FloatVector.zero(F);
                FloatVector d1 = d0;
                FloatVector d2 = d0;
                FloatVector d3 = d0;
                for (int e = 0; e < ENTRIES; e++) {
                    FloatVector value = FloatVector.fromArray(F, products, from + 16 * e);
                    d0 = value.fma(FloatVector.broadcast(F, a[e]), d0);
                    d1 = value.fma(FloatVector.broadcast(F, a[ENTRIES + e]), d1);
                    d2 = value.fma(FloatVector.broadcast(F, a[2 * ENTRIES + e]), d2);
                    d3 = value.fma(FloatVector.broadcast(F, a[3 * ENTRIES + e]), d3);
                }
                FloatVector r0 = d0.fma(s, FloatVector.broadcast(F, -targets[0]));
                FloatVector r1 = d1.fma(s, FloatVector.broadcast(F, -targets[1]));
                FloatVector r2 = d2.fma(s, FloatVector.broadcast(F, -targets[2]));
                FloatVector r3 = d3.fma(s, FloatVector.broadcast(F, -targets[3]));
                sum = r3.fma(r3, r2.fma(r2, r1.fma(r1, r0.fma(r0, sum))));
            }
            any |= sum.mul(QUESTION.train().weight()).lt(EPS).anyTrue();
        }
        return any;
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        for (int g = 0; g < groups; g++) {
            int at = BASE + 16 * g * ENTRIES;
            scales(products, at);
            losses(QUESTION.train(), products, at, trainLoss, 16 * g);
            if (generalizationLoss != null) {
                losses(QUESTION.test(), products, at, generalizationLoss, 16 * g);
            }
        }
    }

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        if (UNIFORM) {
            wrapped(noise, BASE + 16 * at, current, BASE + 16 * currentAt, 16 * vectors, step);
        } else {
            crankNicolson(noise, BASE + 16 * at, current, BASE + 16 * currentAt, 16 * vectors, keep, step);
        }
    }

    private static void crankNicolson(
            float[] noise, int at, float[] current, int currentAt, int count, float keep, float step) {
        for (int i = 0; i < count; i += L) {
            FloatVector kept = FloatVector.fromArray(F, current, currentAt + i).mul(keep);
            FloatVector.fromArray(F, noise, at + i)
                    .fma(FloatVector.broadcast(F, step), kept)
                    .intoArray(noise, at + i);
        }
    }

    private static void wrapped(float[] noise, int at, float[] current, int currentAt, int count, float step) {
        for (int i = 0; i < count; i += L) {
            FloatVector x = FloatVector.fromArray(F, noise, at + i)
                    .fma(FloatVector.broadcast(F, step), FloatVector.fromArray(F, current, currentAt + i));
            FloatVector low = x.add(2f);
            FloatVector high = x.sub(2f);
            x.blend(high, x.compare(GT, 1f)).blend(low, x.compare(LT, -1f)).intoArray(noise, at + i);
        }
    }

    /** Bitwise, which needs no mask. */
    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        for (int h = 0; h < 16; h += L) {
            IntVector lanes = IntVector.fromArray(I, chosen, chosenAt + h);
            int source = BASE + 16 * at + h;
            int target = BASE + 16 * toAt + h;
            for (int i = 0; i < 16 * vectors; i += 16) {
                IntVector old = FloatVector.fromArray(F, to, target + i).reinterpretAsInts();
                IntVector changed = FloatVector.fromArray(F, from, source + i)
                        .reinterpretAsInts()
                        .lanewise(XOR, old)
                        .and(lanes);
                old.lanewise(XOR, changed).reinterpretAsFloats().intoArray(to, target + i);
            }
        }
    }

    private void judgeWhole(float[] products, int at, boolean full, int group, ChunkReport report) {
        int to = 16 * report.count;
        boolean reported = full;
        scales(products, at);
        losses(QUESTION.train(), products, at, report.trainLoss, to);
        for (int l = 0; l < 16; l++) {
            reported |= report.trainLoss[to + l] < EPS;
        }
        if (reported) {
            losses(QUESTION.test(), products, at, report.generalizationLoss, to);
            report.group[report.count++] = group;
        }
    }

    /** The factor on each draw's product. */
    private void scales(float[] products, int at) {
        for (int h = 0; h < 16; h += L) {
            FloatVector s = FloatVector.broadcast(F, FINAL_SCALE);
            if (NORMALIZED) {
                FloatVector squares = FloatVector.zero(F);
                for (int e = 0; e < ENTRIES; e++) {
                    FloatVector value = FloatVector.fromArray(F, products, at + h + 16 * e);
                    squares = value.fma(value, squares);
                }
                s = s.div(squares.lanewise(SQRT).fma(s, FloatVector.broadcast(F, SOFTENING)));
            }
            s.intoArray(scale, h);
        }
    }

    private void losses(LinearLoss loss, float[] products, int at, float[] out, int to) {
        float[] matrices = loss.matrices();
        for (int h = 0; h < 16; h += L) {
            FloatVector s = FloatVector.fromArray(F, scale, h);
            FloatVector sum = FloatVector.zero(F);
            for (int i = 0; i < loss.rows(); i++) {
                FloatVector dot = FloatVector.zero(F);
                for (int e = 0; e < ENTRIES; e++) {
                    dot = FloatVector.fromArray(F, products, at + h + 16 * e)
                            .fma(FloatVector.broadcast(F, matrices[i * ENTRIES + e]), dot);
                }
                FloatVector residual = dot.fma(s, FloatVector.broadcast(F, -loss.targets()[i]));
                sum = residual.fma(residual, sum);
            }
            sum.mul(loss.weight()).intoArray(out, to + h);
        }
    }
}
