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
 * One tile of a product in every lane, up to 5 rows by 5 columns of sums, all in registers, so that each factor is loaded once.
 *
 * <pre>{@code out[r][c] = sum over u of a[r][u] * b[u][c]    for r < rows, c < cols, in every lane}</pre>
 *
 * <p>Units are added in order; products and sums are rounded one by one. A template of {@link VectorBackend}.
 */
final class VectorLaneTile implements LaneTile {
    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final int L = F.length();

    VectorLaneTile() {}

    @Override
    public void multiply(LaneProduct job, int firstRow, int firstCol) {
        int a = Stages.BASE + LANES * (job.aAt + firstRow * job.aRow);
        int b = Stages.BASE + LANES * (job.bAt + firstCol * job.bCol);
        int out = Stages.BASE + LANES * (job.outAt + firstRow * job.outRow + firstCol);
        for (int h = 0; h < LANES; h += L) {
            sums(job, a + h, b + h, out + h);
        }
    }

    /** One vector of lanes, of which the first factors and the first sum are there; {@link Constants#sums}. */
    private static void sums(LaneProduct job, int a, int b, int out) {
        throw new IllegalStateException();
    }

    /** The template's constants; rows and columns are those of the tile. */
    record Constants(VectorSpecies<Float> species, int rows, int cols) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("sums", this::sums);
        }

        private void sums(KernelCode code) {
            Value job = code.parameter(0);
            Variable i = code.parameter(1);
            Variable j = code.parameter(2);
            Value o = code.parameter(3);
            Value a = code.variable(job.get("a"));
            Value b = code.variable(job.get("b"));
            Value out = code.variable(job.get("out"));
            Value nextA = code.variable(job.get("aUnit").times(LANES));
            Value nextB = code.variable(job.get("bUnit").times(LANES));
            Value row = code.variable(job.get("aRow").times(LANES));
            Value col = code.variable(job.get("bCol").times(LANES));
            Value below = code.variable(job.get("outRow").times(LANES));
            Variable[][] sum = new Variable[rows][cols];
            Value[] factor = columns(code, b, j, col);
            for (int r = 0; r < rows; r++) {
                Value left = code.variable(code.load(a, i.plus(r, row)));
                for (int c = 0; c < cols; c++) {
                    sum[r][c] = code.variable(left.mul(factor[c]));
                }
            }
            code.loop(job.get("units").plus(-1), code.constant(1), u -> {
                i.set(i.plus(nextA));
                j.set(j.plus(nextB));
                Value[] next = columns(code, b, j, col);
                for (int r = 0; r < rows; r++) {
                    Value left = code.variable(code.load(a, i.plus(r, row)));
                    for (int c = 0; c < cols; c++) {
                        sum[r][c].set(left.mul(next[c]).add(sum[r][c]));
                    }
                }
            });
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < cols; c++) {
                    sum[r][c].store(out, o.plus(r, below).plus(LANES * c));
                }
            }
            code.end();
        }

        private Value[] columns(KernelCode code, Value b, Value at, Value col) {
            Value[] factor = new Value[cols];
            for (int c = 0; c < cols; c++) {
                factor[c] = code.variable(code.load(b, at.plus(c, col)));
            }
            return factor;
        }
    }
}
