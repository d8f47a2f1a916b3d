package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.vector.KernelCode.Value;
import org.guesscheck.core.kernel.vector.KernelCode.Variable;

/**
 * Inner products in every lane, in the order of {@link org.guesscheck.core.kernel.descent.RowArithmetic#dot}: sixteen partial sums over
 * whole sixteens, added in a tree, plus the sum of the rest. Half of the partial sums are in registers at a time. A template of {@link
 * VectorBackend}.
 */
final class VectorLaneDots implements LaneDots {
    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final int LENGTH = CONSTANTS.length();
    private static final boolean SHARED = CONSTANTS.shared();
    private static final int L = F.length();

    /** Sixteens after the first. A field and not a constant, so that C2 does not unroll the loop over them. */
    private final int sixteens = Math.max(0, LENGTH / 16 - 1);

    VectorLaneDots() {}

    @Override
    public void dot(float[] x, int xAt, float[] y, int yAt, int first, float[] out, int outAt) {
        int others = SHARED ? yAt + first * LENGTH : Stages.BASE + LANES * (yAt + first * LENGTH);
        for (int h = 0; h < LANES; h += L) {
            sums(
                    x,
                    Stages.BASE + LANES * xAt + h,
                    y,
                    SHARED ? others : others + h,
                    out,
                    Stages.BASE + LANES * (outAt + first) + h,
                    sixteens);
        }
    }

    /** One vector of lanes; {@link Constants#sums}. */
    private static void sums(float[] x, int xAt, float[] y, int yAt, float[] out, int outAt, int sixteens) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants.
     *
     * @param species the vectors
     * @param outputs how many inner products
     * @param length of the vectors
     * @param shared whether y is the same in all lanes
     */
    record Constants(VectorSpecies<Float> species, int outputs, int length, boolean shared) implements Unrolled {
        /** The order in which eight partial sums come into their tree. */
        private static final int[][] TREE = {{0, 4}, {2, 6}, {1, 5}, {3, 7}};

        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("sums", this::sums);
        }

        private void sums(KernelCode code) {
            int whole = length & -16;
            Value[] total = new Value[outputs];
            if (whole > 0) {
                Variable[] low = eight(code, 0);
                Variable[] high = eight(code, 8);
                for (int t = 0; t < outputs; t++) {
                    total[t] = low[t].add(high[t]);
                }
            }
            if (whole < length) {
                Variable[] rest = new Variable[outputs];
                for (int e = whole; e < length; e++) {
                    Value left = code.variable(x(code, code.constant(e)));
                    for (int t = 0; t < outputs; t++) {
                        Value term = times(code, left, t, code.constant(e));
                        if (e == whole) {
                            rest[t] = code.variable(term);
                        } else {
                            rest[t].set(term.add(rest[t]));
                        }
                    }
                }
                for (int t = 0; t < outputs; t++) {
                    total[t] = whole > 0 ? total[t].add(rest[t]) : rest[t];
                }
            }
            for (int t = 0; t < outputs; t++) {
                total[t].store(code.parameter(4), code.parameter(5).plus(LANES * t));
            }
            code.end();
        }

        /** The tree of eight partial sums, of which the first has the given number. */
        private Variable[] eight(KernelCode code, int from) {
            Variable[][] sum = new Variable[outputs][8];
            for (int p = 0; p < 8; p++) {
                Value at = code.constant(from + p);
                Value left = code.variable(x(code, at));
                for (int t = 0; t < outputs; t++) {
                    sum[t][p] = code.variable(times(code, left, t, at));
                }
            }
            if (length >= 32) {
                Variable sixteen = code.variable(code.constant(16 + from));
                code.loop(code.parameter(6), code.constant(1), b -> {
                    for (int p = 0; p < 8; p++) {
                        Value at = sixteen.plus(p);
                        Value left = code.variable(x(code, at));
                        for (int t = 0; t < outputs; t++) {
                            sum[t][p].set(times(code, left, t, at).add(sum[t][p]));
                        }
                    }
                    sixteen.set(sixteen.plus(16));
                });
            }
            Variable[] tree = new Variable[outputs];
            for (int t = 0; t < outputs; t++) {
                Value[] pair = new Value[TREE.length];
                for (int i = 0; i < pair.length; i++) {
                    pair[i] = sum[t][TREE[i][0]].add(sum[t][TREE[i][1]]);
                }
                tree[t] = code.variable(pair[0].add(pair[1]).add(pair[2].add(pair[3])));
            }
            return tree;
        }

        private Value x(KernelCode code, Value element) {
            return code.load(code.parameter(0), code.parameter(1).plus(element.times(LANES)));
        }

        /** A vector of x times the same element of a row of y. */
        private Value times(KernelCode code, Value left, int row, Value element) {
            Value at = element.plus(row * length);
            Value y = code.parameter(2);
            Value first = code.parameter(3);
            return shared
                    ? left.scaled(y.element(first.plus(at)))
                    : left.mul(code.load(y, first.plus(at.times(LANES))));
        }
    }
}
