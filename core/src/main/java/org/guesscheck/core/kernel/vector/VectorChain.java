package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.vector.KernelCode.Value;
import org.guesscheck.core.kernel.vector.KernelCode.Variable;

/**
 * A product of many small factors: some rows of it go through all of them in registers, and only the last product is stored.
 *
 * <pre>{@code y[r] = y[r] W_f for every factor f in turn;  out[r] = y[r]    for r < rows, in every lane}</pre>
 *
 * <p>Two rows have enough independent sums to hide the latency of fma; three would not fit 32 registers together with their
 * features. A row that is left over has its twin in the next group. Each entry's terms are added in order, each with one fma. A
 * template of {@link VectorBackend}.
 */
final class VectorChain implements Chain {
    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final Class<? extends FloatVector> FLOATS = ExactType.of(F, FloatVector.class);
    private static final int GROUPS = CONSTANTS.twoGroups() ? 2 : 1;
    private static final int COLS = CONSTANTS.cols();
    private static final int L = F.length();

    VectorChain() {}

    @Override
    public void multiply(Multiplication first, int factors, int row, int from, int to) {
        for (int g = from; g < to; g += GROUPS) {
            int y = Stages.BASE + LANES * (first.yAt + g * first.yGroup + row * first.yRow);
            int w = Stages.BASE + LANES * (first.wAt + g * first.wGroup);
            int out = Stages.BASE + LANES * (first.outAt + g * first.outGroup + row * COLS);
            for (int h = 0; h < LANES; h += L) {
                rows(first, factors, y + h, w + h, out + h);
            }
        }
    }

    /** One vector of lanes, of which the first feature, weight and entry of the product are there; {@link Constants#rows}. */
    private static void rows(Multiplication first, int factors, int y, int w, int out) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants.
     *
     * @param species the vectors
     * @param rows of the block, 1 or 2
     * @param cols of every factor
     * @param twoGroups whether the second row is the first one's twin in the next group
     */
    record Constants(VectorSpecies<Float> species, int rows, int cols, boolean twoGroups) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("rows", this::rows);
        }

        private void rows(KernelCode code) {
            Value first = code.parameter(0);
            Value factors = code.parameter(1);
            Value i = code.parameter(2);
            Variable j = code.parameter(3);
            Value o = code.parameter(4);
            Value y = code.variable(first.get("y"));
            Value w = code.variable(first.get("w"));
            Value out = code.variable(first.get("out"));
            Value unit = code.variable(first.get("yUnit").times(LANES));
            Value nextRow =
                    code.variable(first.get(twoGroups ? "yGroup" : "yRow").times(LANES));
            Value nextGroup = code.variable(first.get("wGroup").times(LANES));
            Value zero = code.variable(code.zero());
            Variable[][] feature = new Variable[rows][cols];
            for (int r = 0; r < rows; r++) {
                for (int u = 0; u < cols; u++) {
                    feature[r][u] =
                            code.variable(code.load(y, i.plus(r, nextRow).plus(u, unit)));
                }
            }
            code.loop(factors, code.constant(1), f -> {
                Variable[][] sum = new Variable[rows][cols];
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < cols; c++) {
                        feature[r][c].set(feature[r][c].exact());
                        sum[r][c] = code.variable(zero);
                    }
                }
                for (int u = 0; u < cols; u++) {
                    for (int c = 0; c < cols; c++) {
                        Value at = j.plus(LANES * (u * cols + c));
                        Variable weight = code.variable(code.load(w, at));
                        sum[0][c].set(feature[0][u].fma(weight, sum[0][c]));
                        if (rows > 1) {
                            Value second = twoGroups ? code.variable(code.load(w, at.plus(nextGroup))) : weight;
                            sum[1][c].set(feature[1][u].fma(second, sum[1][c]));
                        }
                    }
                }
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < cols; c++) {
                        feature[r][c].set(sum[r][c]);
                    }
                }
                j.set(j.plus(LANES * cols * cols));
            });
            Value below = code.variable(twoGroups ? first.get("outGroup").times(LANES) : code.constant(LANES * cols));
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < cols; c++) {
                    feature[r][c].store(out, o.plus(r, below).plus(LANES * c));
                }
            }
            code.end();
        }
    }
}
