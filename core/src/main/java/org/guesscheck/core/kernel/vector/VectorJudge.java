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

    /** Residuals that are judged before all others, 3 or 5; {@link Question#firstResiduals}. */
    private static final int FIRST = Specialised.constant(MethodHandles.lookup(), 3, Integer.class);

    private static final int PAIR = 2;

    /** Factors on the products of a pair of groups, and sums of their squared residuals. */
    private final float[] scale = new float[PAIR * Question.LANES];

    private final float[] sums = new float[PAIR * Question.LANES];
    private LinearLoss train;
    private LinearLoss test;
    private float finalScale;
    private float softening;
    private float eps;
    private int every;

    /**
     * A step of which the compiler doesn't know that it is 1, so that it leaves the loop of five residuals as it is: unrolled by
     * four, that needs 40 registers.
     */
    private int unknownOne = 1;

    VectorJudge() {}

    @Override
    public void ask(Question question) {
        train = question.train();
        test = question.test();
        finalScale = question.finalScale();
        softening = question.softening();
        eps = question.largestEps();
        every = question.fullEvery();
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        for (int g = 0; g < groups; g += PAIR) {
            int at = Stages.BASE + 16 * g * ENTRIES;
            int pair = Math.min(PAIR, groups - g);
            boolean early = pair == PAIR && train.rows() >= FIRST;
            int fits = early ? first(products, at, at + 16 * ENTRIES) : begin(products, at, pair);
            for (int i = 0; i < pair; i++, at += 16 * ENTRIES) {
                int group = firstGroup + g + i;
                boolean full = group % every == 0;
                if ((full || (fits >> i & 1) != 0) && fits(products, at, 16 * i, full, early ? FIRST : 0)) {
                    report(products, at, 16 * i, full, group, report);
                }
            }
        }
    }

    /**
     * Sums the first squared training residuals of two groups, of which every coefficient is loaded once.
     *
     * @return one bit for each group: whether a draw of it is still below the threshold
     */
    private int first(float[] products, int one, int two) {
        float[] a = train.matrices();
        float[] targets = train.targets();
        int fits = 0;
        for (int h = 0; h < 16; h += L) {
            FloatVector zero = FloatVector.zero(F);
            FloatVector p0 = zero;
            FloatVector p1 = zero;
            FloatVector p2 = zero;
            FloatVector p3 = zero;
            FloatVector p4 = zero;
            FloatVector p = zero;
            FloatVector q0 = zero;
            FloatVector q1 = zero;
            FloatVector q2 = zero;
            FloatVector q3 = zero;
            FloatVector q4 = zero;
            FloatVector q = zero;
            for (int e = 0; e < ENTRIES; e += FIRST > 3 ? unknownOne : 1) {
                FloatVector x = FloatVector.fromArray(F, products, one + h + 16 * e);
                FloatVector y = FloatVector.fromArray(F, products, two + h + 16 * e);
                FloatVector c0 = FloatVector.broadcast(F, a[e]);
                p0 = x.fma(c0, p0);
                q0 = y.fma(c0, q0);
                FloatVector c1 = FloatVector.broadcast(F, a[ENTRIES + e]);
                p1 = x.fma(c1, p1);
                q1 = y.fma(c1, q1);
                FloatVector c2 = FloatVector.broadcast(F, a[2 * ENTRIES + e]);
                p2 = x.fma(c2, p2);
                q2 = y.fma(c2, q2);
                if (FIRST > 3) {
                    FloatVector c3 = FloatVector.broadcast(F, a[3 * ENTRIES + e]);
                    p3 = x.fma(c3, p3);
                    q3 = y.fma(c3, q3);
                    FloatVector c4 = FloatVector.broadcast(F, a[4 * ENTRIES + e]);
                    p4 = x.fma(c4, p4);
                    q4 = y.fma(c4, q4);
                }
                if (NORMALIZED) {
                    p = x.fma(x, p);
                    q = y.fma(y, q);
                }
            }
            FloatVector s = FloatVector.broadcast(F, finalScale);
            FloatVector t = s;
            if (NORMALIZED) {
                s = s.div(p.lanewise(SQRT).fma(s, FloatVector.broadcast(F, softening)));
                t = t.div(q.lanewise(SQRT).fma(t, FloatVector.broadcast(F, softening)));
            }
            s.intoArray(scale, h);
            t.intoArray(scale, 16 + h);
            p0 = p0.fma(s, FloatVector.broadcast(F, -targets[0]));
            q0 = q0.fma(t, FloatVector.broadcast(F, -targets[0]));
            p1 = p1.fma(s, FloatVector.broadcast(F, -targets[1]));
            q1 = q1.fma(t, FloatVector.broadcast(F, -targets[1]));
            p2 = p2.fma(s, FloatVector.broadcast(F, -targets[2]));
            q2 = q2.fma(t, FloatVector.broadcast(F, -targets[2]));
            p = p2.fma(p2, p1.fma(p1, p0.fma(p0, zero)));
            q = q2.fma(q2, q1.fma(q1, q0.fma(q0, zero)));
            if (FIRST > 3) {
                p3 = p3.fma(s, FloatVector.broadcast(F, -targets[3]));
                q3 = q3.fma(t, FloatVector.broadcast(F, -targets[3]));
                p4 = p4.fma(s, FloatVector.broadcast(F, -targets[4]));
                q4 = q4.fma(t, FloatVector.broadcast(F, -targets[4]));
                p = p4.fma(p4, p3.fma(p3, p));
                q = q4.fma(q4, q3.fma(q3, q));
            }
            p.intoArray(sums, h);
            q.intoArray(sums, 16 + h);
            fits |= p.mul(train.weight()).lt(eps).anyTrue() ? 1 : 0;
            fits |= q.mul(train.weight()).lt(eps).anyTrue() ? 2 : 0;
        }
        return fits;
    }

    /** Prepares groups that have to be judged from the first residual on. */
    private int begin(float[] products, int at, int groups) {
        for (int i = 0; i < groups; i++) {
            scales(products, at + 16 * i * ENTRIES, 16 * i);
        }
        Arrays.fill(sums, 0);
        return -1;
    }

    /** The factors on a product; to: where they go. */
    private void scales(float[] products, int at, int to) {
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
            s.intoArray(scale, to + h);
        }
    }

    /** Sums further training residuals until no draw of the group is below the threshold; {@code full}: all of them. */
    private boolean fits(float[] products, int at, int to, boolean full, int from) {
        int rows = train.rows();
        int i = from;
        for (; i + AT_ONCE <= rows; i += AT_ONCE) {
            if (!five(train, i, products, at, to) && !full) {
                return false;
            }
        }
        for (; i < rows; i++) {
            if (!one(train, i, products, at, to) && !full) {
                return false;
            }
        }
        return true;
    }

    private void report(float[] products, int at, int from, boolean full, int group, ChunkReport report) {
        int to = 16 * report.count;
        boolean reported = full;
        for (int l = 0; l < 16; l++) {
            float loss = sums[from + l] * train.weight();
            report.trainLoss[to + l] = loss;
            reported |= loss < eps;
        }
        if (reported) {
            losses(test, products, at, from, report.generalizationLoss, to);
            report.group[report.count++] = group;
        }
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        for (int g = 0; g < groups; g++) {
            int at = Stages.BASE + 16 * g * ENTRIES;
            scales(products, at, 0);
            losses(train, products, at, 0, trainLoss, 16 * g);
            if (generalizationLoss != null) {
                losses(test, products, at, 0, generalizationLoss, 16 * g);
            }
        }
    }

    /** All losses of a group whose factors are at {@code from}, where the sums go as well. */
    private void losses(LinearLoss loss, float[] products, int at, int from, float[] out, int to) {
        Arrays.fill(sums, from, from + 16, 0);
        int i = 0;
        for (; i + AT_ONCE <= loss.rows(); i += AT_ONCE) {
            five(loss, i, products, at, from);
        }
        for (; i < loss.rows(); i++) {
            one(loss, i, products, at, from);
        }
        for (int l = 0; l < 16; l++) {
            out[to + l] = sums[from + l] * loss.weight();
        }
    }

    /** Adds five squared residuals to the sums; whether one of the losses is still below the threshold. */
    private boolean five(LinearLoss loss, int first, float[] products, int at, int to) {
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
            FloatVector s = FloatVector.fromArray(F, scale, to + h);
            FloatVector r0 = d0.fma(s, FloatVector.broadcast(F, -targets[first]));
            FloatVector r1 = d1.fma(s, FloatVector.broadcast(F, -targets[first + 1]));
            FloatVector r2 = d2.fma(s, FloatVector.broadcast(F, -targets[first + 2]));
            FloatVector r3 = d3.fma(s, FloatVector.broadcast(F, -targets[first + 3]));
            FloatVector r4 = d4.fma(s, FloatVector.broadcast(F, -targets[first + 4]));
            FloatVector sum = r0.fma(r0, FloatVector.fromArray(F, sums, to + h));
            sum = r4.fma(r4, r3.fma(r3, r2.fma(r2, r1.fma(r1, sum))));
            sum.intoArray(sums, to + h);
            any |= sum.mul(loss.weight()).lt(eps).anyTrue();
        }
        return any;
    }

    private boolean one(LinearLoss loss, int i, float[] products, int at, int to) {
        float[] a = loss.matrices();
        boolean any = false;
        for (int h = 0; h < 16; h += L) {
            FloatVector dot = FloatVector.zero(F);
            for (int e = 0; e < ENTRIES; e++) {
                dot = FloatVector.fromArray(F, products, at + h + 16 * e)
                        .fma(FloatVector.broadcast(F, a[i * ENTRIES + e]), dot);
            }
            FloatVector residual =
                    dot.fma(FloatVector.fromArray(F, scale, to + h), FloatVector.broadcast(F, -loss.targets()[i]));
            FloatVector sum = residual.fma(residual, FloatVector.fromArray(F, sums, to + h));
            sum.intoArray(sums, to + h);
            any |= sum.mul(loss.weight()).lt(eps).anyTrue();
        }
        return any;
    }
}
