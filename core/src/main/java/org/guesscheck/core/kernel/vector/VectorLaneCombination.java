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
 * A combination of rows in every lane, with the sums of up to 25 columns in registers.
 *
 * <pre>{@code out[c] = sum over r of coefficients[r] * rows[r][c]    for first <= c < first + cols, in every lane}</pre>
 *
 * <p>Rows are added in order; products and sums are rounded one by one. A template of {@link VectorBackend}.
 */
final class VectorLaneCombination implements LaneCombination {
    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final boolean SHARED = CONSTANTS.shared();
    private static final int L = F.length();

    VectorLaneCombination() {}

    @Override
    public void combine(float[] coefficients, float[] rows, int count, int length, int first, float[] out) {
        for (int h = 0; h < LANES; h += L) {
            sums(
                    coefficients,
                    Stages.BASE + h,
                    rows,
                    SHARED ? first : Stages.BASE + LANES * first + h,
                    SHARED ? length : LANES * length,
                    count - 1,
                    out,
                    Stages.BASE + LANES * first + h);
        }
    }

    /** One vector of lanes; {@link Constants#sums}. */
    private static void sums(
            float[] coefficients, int coefficient, float[] rows, int row, int nextRow, int more, float[] out, int at) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants.
     *
     * @param species the vectors
     * @param cols how many columns
     * @param shared whether the rows are the same in all lanes
     */
    record Constants(VectorSpecies<Float> species, int cols, boolean shared) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("sums", this::sums);
        }

        private void sums(KernelCode code) {
            Value coefficients = code.parameter(0);
            Variable i = code.parameter(1);
            Variable row = code.parameter(3);
            Value nextRow = code.parameter(4);
            Variable[] sum = new Variable[cols];
            Value first = code.variable(code.load(coefficients, i));
            for (int c = 0; c < cols; c++) {
                sum[c] = code.variable(times(code, first, c));
            }
            code.loop(code.parameter(5), code.constant(1), r -> {
                i.set(i.plus(LANES));
                row.set(row.plus(nextRow));
                Value next = code.variable(code.load(coefficients, i));
                for (int c = 0; c < cols; c++) {
                    sum[c].set(times(code, next, c).add(sum[c]));
                }
            });
            for (int c = 0; c < cols; c++) {
                sum[c].store(code.parameter(6), code.parameter(7).plus(LANES * c));
            }
            code.end();
        }

        private Value times(KernelCode code, Value coefficient, int col) {
            Value rows = code.parameter(2);
            Value row = code.parameter(3);
            return shared
                    ? coefficient.scaled(rows.element(row.plus(col)))
                    : coefficient.mul(code.load(rows, row.plus(LANES * col)));
        }
    }
}
