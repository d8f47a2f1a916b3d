package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.vector.KernelCode.Value;
import org.guesscheck.core.kernel.vector.KernelCode.Variable;

/**
 * Losses of products P, the largest residuals first.
 *
 * <pre>{@code
 * loss  = weight * sum over i of (scale * <A[i], P> - target[i])^2    in every lane
 * scale = normalized ? finalScale / (finalScale * ||P|| + softening) : finalScale
 * }</pre>
 *
 * <p>Entries of P are added in order, each with one fma, and so are squares of residuals. A template of {@link VectorBackend}.
 */
final class VectorJudge implements Judging {
    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final int ENTRIES = CONSTANTS.entries();
    private static final boolean NORMALIZED = CONSTANTS.normalized();
    private static final int FIRST = CONSTANTS.first();
    private static final int L = F.length();

    /** Residuals that are summed at a time: enough chains to hide the latency of fma. */
    private static final int AT_ONCE = 5;

    private static final int PAIR = 2;

    /** Factors on the products of a pair of groups, and sums of their squared residuals. */
    private final float[] scale = new float[PAIR * LANES];

    private final float[] sums = new float[PAIR * LANES];
    private LinearLoss train;
    private LinearLoss test;
    private float finalScale;
    private float softening;
    private float eps;
    private int every;

    /**
     * A step of which the compiler doesn't know that it is 1, so that it leaves the loop of five residuals of two groups as it is:
     * unrolled by four, that needs 40 registers.
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
            int at = Stages.BASE + LANES * g * ENTRIES;
            int pair = Math.min(PAIR, groups - g);
            boolean early = pair == PAIR && train.rows() >= FIRST;
            int fits = early ? begin(products, at) : begin(products, at, pair);
            for (int i = 0; i < pair; i++, at += LANES * ENTRIES) {
                int group = firstGroup + g + i;
                boolean full = group % every == 0;
                if ((full || (fits >> i & 1) != 0) && add(train, early ? FIRST : 0, products, at, LANES * i, full)) {
                    report(products, at, LANES * i, full, group, report);
                }
            }
        }
    }

    /**
     * Sums the first squared training residuals of two groups, of which every coefficient is loaded once.
     *
     * @return one bit for each group: whether a draw of it is still below the threshold
     */
    private int begin(float[] products, int at) {
        int fits = 0;
        for (int h = 0; h < LANES; h += L) {
            fits |= first(products, at + h, h);
        }
        return fits;
    }

    /** Prepares groups that have to be judged from the first residual on. */
    private int begin(float[] products, int at, int groups) {
        for (int i = 0; i < groups; i++) {
            scales(products, at + LANES * i * ENTRIES, LANES * i);
        }
        Arrays.fill(sums, 0);
        return -1;
    }

    /** The factors on a product; to: where they go. */
    private void scales(float[] products, int at, int to) {
        for (int h = 0; h < LANES; h += L) {
            FloatVector s = FloatVector.broadcast(F, finalScale);
            if (NORMALIZED) {
                FloatVector squares = FloatVector.zero(F);
                for (int e = 0; e < ENTRIES; e++) {
                    FloatVector value = FloatVector.fromArray(F, products, at + h + LANES * e);
                    squares = value.fma(value, squares);
                }
                s = s.div(squares.lanewise(SQRT).fma(s, FloatVector.broadcast(F, softening)));
            }
            s.intoArray(scale, to + h);
        }
    }

    /**
     * Adds the squared residuals from a row of the loss on to the sums, until no loss of the group is below the threshold.
     *
     * @param to where the factors and sums of the group are
     * @param all whether to go on nevertheless
     * @return whether all were added
     */
    private boolean add(LinearLoss loss, int from, float[] products, int at, int to, boolean all) {
        int rows = loss.rows();
        for (int i = from; i < rows; ) {
            boolean five = i + AT_ONCE <= rows;
            int fits = 0;
            for (int h = 0; h < LANES; h += L) {
                fits |= five ? five(products, at + h, to + h, loss, i) : one(products, at + h, to + h, loss, i);
            }
            if (fits == 0 && !all) {
                return false;
            }
            i += five ? AT_ONCE : 1;
        }
        return true;
    }

    private void report(float[] products, int at, int from, boolean full, int group, ChunkReport report) {
        int to = LANES * report.count;
        boolean reported = full;
        for (int l = 0; l < LANES; l++) {
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
            int at = Stages.BASE + LANES * g * ENTRIES;
            scales(products, at, 0);
            losses(train, products, at, 0, trainLoss, LANES * g);
            if (generalizationLoss != null) {
                losses(test, products, at, 0, generalizationLoss, LANES * g);
            }
        }
    }

    /** All losses of a group whose factors are at {@code from}, where the sums go as well. */
    private void losses(LinearLoss loss, float[] products, int at, int from, float[] out, int to) {
        Arrays.fill(sums, from, from + LANES, 0);
        add(loss, 0, products, at, from, true);
        for (int l = 0; l < LANES; l++) {
            out[to + l] = sums[from + l] * loss.weight();
        }
    }

    /** The first residuals of one vector of lanes of two groups next to each other; {@link Constants#residuals}. */
    private int first(float[] products, int at, int to) {
        throw new IllegalStateException();
    }

    /** Further residuals of one vector of lanes of a group, {@link #AT_ONCE} of them; {@link Constants#residuals}. */
    private int five(float[] products, int at, int to, LinearLoss loss, int row) {
        throw new IllegalStateException();
    }

    /** One further residual of one vector of lanes of a group; {@link Constants#residuals}. */
    private int one(float[] products, int at, int to, LinearLoss loss, int row) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants.
     *
     * @param species the vectors
     * @param entries of a product
     * @param normalized whether products are
     * @param first how many residuals are judged before all others, 3 or 5; {@link Question#firstResiduals}
     */
    record Constants(VectorSpecies<Float> species, int entries, boolean normalized, int first) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of(
                    "first", code -> residuals(code, PAIR, first, true),
                    "five", code -> residuals(code, 1, AT_ONCE, false),
                    "one", code -> residuals(code, 1, 1, false));
        }

        /**
         * Adds squared residuals from a row of the loss on to the sums of some groups, and says of each group in a bit whether a
         * loss of it is below the threshold.
         *
         * @param begin whether sums start at 0 and factors are computed, instead of loaded
         */
        private void residuals(KernelCode code, int groups, int residuals, boolean begin) {
            Value self = code.self();
            Value products = code.parameter(0);
            Variable at = code.parameter(1);
            Value to = code.parameter(2);
            Value loss = begin ? self.get("train") : code.parameter(3);
            Value row = begin ? code.constant(0) : code.parameter(4);
            Value matrices = code.variable(loss.get("matrices"));
            Value zero = code.variable(code.zero());
            Variable[] squares = new Variable[groups];
            Variable[][] dot = new Variable[groups][residuals];
            for (int g = 0; g < groups; g++) {
                squares[g] = code.variable(zero);
                for (int i = 0; i < residuals; i++) {
                    dot[g][i] = code.variable(zero);
                }
            }
            Value step = groups * residuals > 2 * AT_ONCE - 1 ? self.get("unknownOne") : code.constant(1);
            code.loop(code.constant(entries), step, e -> {
                Value[] value = new Value[groups];
                for (int g = 0; g < groups; g++) {
                    value[g] = code.variable(code.load(products, at.plus(LANES * g * entries)));
                }
                for (int i = 0; i < residuals; i++) {
                    Value entry = row.times(entries).plus(i * entries).plus(e);
                    Value coefficient = code.variable(code.broadcast(matrices.element(entry)));
                    for (int g = 0; g < groups; g++) {
                        dot[g][i].set(value[g].fma(coefficient, dot[g][i]));
                    }
                }
                for (int g = 0; g < groups && begin && normalized; g++) {
                    squares[g].set(value[g].fma(value[g], squares[g]));
                }
                at.set(at.plus(LANES, step));
            });
            // Only now, since the loop has no register left for addresses that it does not need.
            Value targets = code.variable(loss.get("targets"));
            Value scales = code.variable(self.get("scale"));
            Value sums = code.variable(self.get("sums"));
            Value[] scale = new Value[groups];
            Variable[] sum = new Variable[groups];
            for (int g = 0; g < groups; g++) {
                Value there = to.plus(LANES * g);
                scale[g] = code.variable(begin ? scale(code, squares[g]) : code.load(scales, there));
                sum[g] = code.variable(begin ? zero : code.load(sums, there));
                if (begin) {
                    scale[g].store(scales, there);
                }
            }
            for (int i = 0; i < residuals; i++) {
                Value minus = code.variable(
                        code.broadcast(targets.element(row.plus(i)).negative()));
                for (int g = 0; g < groups; g++) {
                    Value residual = code.variable(dot[g][i].fma(scale[g], minus));
                    sum[g].set(residual.fma(residual, sum[g]));
                }
            }
            Value fits = code.constant(0);
            for (int g = 0; g < groups; g++) {
                sum[g].store(sums, to.plus(LANES * g));
                Value below = sum[g].scaled(loss.get("weight")).anyBelow(self.get("eps"));
                fits = code.variable(g == 0 ? below : fits.or(below.shifted(g)));
            }
            code.end(fits);
        }

        private Value scale(KernelCode code, Value squares) {
            Value scale = code.broadcast(code.self().get("finalScale"));
            Value softening = code.broadcast(code.self().get("softening"));
            return normalized ? scale.div(squares.root().fma(scale, softening)) : scale;
        }
    }
}
