package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** Losses of products, the largest residuals first. A template of {@link VectorBackend}. */
final class VectorJudge implements Judging {
    private static final VectorSpecies<Float> F = Specialised.species(MethodHandles.lookup());
    private static final int ENTRIES = Specialised.constant(MethodHandles.lookup(), 1, Integer.class);
    private static final boolean NORMALIZED = Specialised.constant(MethodHandles.lookup(), 2, Boolean.class);
    private static final int L = F.length();

    /** Residuals that are summed at a time: enough chains to hide the latency of fma. */
    private static final int AT_ONCE = 5;

    private final float[] scale = new float[Question.LANES];
    private final float[] sums = new float[Question.LANES];
    private LinearLoss train;
    private LinearLoss test;
    private float finalScale;
    private float softening;
    private float eps;
    private int every;

    VectorJudge() {}

    @Override
    public void ask(Question question) {
        train = question.train();
        test = question.test();
        finalScale = question.finalScale();
        softening = question.network().softening();
        eps = question.largestEps();
        every = question.fullEvery();
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        for (int g = 0; g < groups; g++) {
            int at = Stages.BASE + 16 * g * ENTRIES;
            scales(products, at);
            boolean full = (firstGroup + g) % every == 0;
            if (fits(products, at, full)) {
                report(products, at, full, firstGroup + g, report);
            }
        }
    }

    private void scales(float[] products, int at) {
        for (int h = 0; h < 16; h += L) {
            FloatVector s = FloatVector.broadcast(F, finalScale);
            if (NORMALIZED) {
                FloatVector squares = FloatVector.zero(F);
                for (int e = 0; e < ENTRIES; e++) {
                    FloatVector value = FloatVector.fromArray(F, products, at + h + 16 * e);
                    squares = value.fma(value, squares);
                }
                s = s.div(squares.lanewise(SQRT).fma(s, FloatVector.broadcast(F, softening)));
            }
            s.intoArray(scale, h);
        }
    }

    /** Sums squared training residuals until no draw of the group is below the threshold; {@code full}: all of them. */
    private boolean fits(float[] products, int at, boolean full) {
        int rows = train.rows();
        Arrays.fill(sums, 0);
        int i = 0;
        for (; i + AT_ONCE <= rows; i += AT_ONCE) {
            if (!five(train, i, products, at) && !full) {
                return false;
            }
        }
        for (; i < rows; i++) {
            if (!one(train, i, products, at) && !full) {
                return false;
            }
        }
        return true;
    }

    private void report(float[] products, int at, boolean full, int group, ChunkReport report) {
        int to = 16 * report.count;
        boolean reported = full;
        for (int l = 0; l < 16; l++) {
            float loss = sums[l] * train.weight();
            report.trainLoss[to + l] = loss;
            reported |= loss < eps;
        }
        if (reported) {
            losses(test, products, at, report.generalizationLoss, to);
            report.group[report.count++] = group;
        }
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        for (int g = 0; g < groups; g++) {
            int at = Stages.BASE + 16 * g * ENTRIES;
            scales(products, at);
            losses(train, products, at, trainLoss, 16 * g);
            if (generalizationLoss != null) {
                losses(test, products, at, generalizationLoss, 16 * g);
            }
        }
    }

    private void losses(LinearLoss loss, float[] products, int at, float[] out, int to) {
        Arrays.fill(sums, 0);
        int i = 0;
        for (; i + AT_ONCE <= loss.rows(); i += AT_ONCE) {
            five(loss, i, products, at);
        }
        for (; i < loss.rows(); i++) {
            one(loss, i, products, at);
        }
        for (int l = 0; l < 16; l++) {
            out[to + l] = sums[l] * loss.weight();
        }
    }

    /** Adds five squared residuals to the sums; whether one of the losses is still below the threshold. */
    private boolean five(LinearLoss loss, int first, float[] products, int at) {
        float[] a = loss.matrices();
        float[] targets = loss.targets();
        int row = first * ENTRIES;
        boolean any = false;
        for (int h = 0; h < 16; h += L) {
            FloatVector d0 = FloatVector.zero(F);
            FloatVector d1 = d0;
            FloatVector d2 = d0;
            FloatVector d3 = d0;
            FloatVector d4 = d0;
            for (int e = 0; e < ENTRIES; e++) {
                FloatVector value = FloatVector.fromArray(F, products, at + h + 16 * e);
                d0 = value.fma(FloatVector.broadcast(F, a[row + e]), d0);
                d1 = value.fma(FloatVector.broadcast(F, a[row + ENTRIES + e]), d1);
                d2 = value.fma(FloatVector.broadcast(F, a[row + 2 * ENTRIES + e]), d2);
                d3 = value.fma(FloatVector.broadcast(F, a[row + 3 * ENTRIES + e]), d3);
                d4 = value.fma(FloatVector.broadcast(F, a[row + 4 * ENTRIES + e]), d4);
            }
            FloatVector s = FloatVector.fromArray(F, scale, h);
            FloatVector r0 = d0.fma(s, FloatVector.broadcast(F, -targets[first]));
            FloatVector r1 = d1.fma(s, FloatVector.broadcast(F, -targets[first + 1]));
            FloatVector r2 = d2.fma(s, FloatVector.broadcast(F, -targets[first + 2]));
            FloatVector r3 = d3.fma(s, FloatVector.broadcast(F, -targets[first + 3]));
            FloatVector r4 = d4.fma(s, FloatVector.broadcast(F, -targets[first + 4]));
            FloatVector sum = r0.fma(r0, FloatVector.fromArray(F, sums, h));
            sum = r4.fma(r4, r3.fma(r3, r2.fma(r2, r1.fma(r1, sum))));
            sum.intoArray(sums, h);
            any |= sum.mul(loss.weight()).lt(eps).anyTrue();
        }
        return any;
    }

    private boolean one(LinearLoss loss, int i, float[] products, int at) {
        float[] a = loss.matrices();
        boolean any = false;
        for (int h = 0; h < 16; h += L) {
            FloatVector dot = FloatVector.zero(F);
            for (int e = 0; e < ENTRIES; e++) {
                dot = FloatVector.fromArray(F, products, at + h + 16 * e)
                        .fma(FloatVector.broadcast(F, a[i * ENTRIES + e]), dot);
            }
            FloatVector residual =
                    dot.fma(FloatVector.fromArray(F, scale, h), FloatVector.broadcast(F, -loss.targets()[i]));
            FloatVector sum = residual.fma(residual, FloatVector.fromArray(F, sums, h));
            sum.intoArray(sums, h);
            any |= sum.mul(loss.weight()).lt(eps).anyTrue();
        }
        return any;
    }
}
