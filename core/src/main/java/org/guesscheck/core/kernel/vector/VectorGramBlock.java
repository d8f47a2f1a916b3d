package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.vector.KernelCode.Value;
import org.guesscheck.core.kernel.vector.KernelCode.Variable;

/**
 * One block of the Gram matrix of a run of units, all in registers, so that each feature is loaded once.
 *
 * <pre>{@code triangle[top + i][left + j] = sum over u of y[u][top + i] * y[u][left + j]    in every lane}</pre>
 *
 * <p>Units are added in order, each with one fma. Of a block on the diagonal, a corner, the lower triangle alone is summed up. A
 * template of {@link VectorBackend}.
 */
final class VectorGramBlock implements GramBlock {
    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final int L = F.length();

    VectorGramBlock() {}

    @Override
    public void sum(Correlation job, int group, float[] triangle, int top, int left) {
        int y = Stages.BASE + LANES * (job.yAt + group * job.yGroup);
        int out = Stages.BASE + LANES * (Correlation.triangle(top) + left);
        for (int h = 0; h < LANES; h += L) {
            sums(job, triangle, y + LANES * top + h, y + LANES * left + h, out + h, LANES * top);
        }
    }

    /** One vector of lanes, of which the first features and sum are there; {@link Constants#sums}. */
    private static void sums(Correlation job, float[] triangle, int a, int b, int out, int row) {
        throw new IllegalStateException();
    }

    /** The template's constants; down and across are the sizes of the block. */
    record Constants(VectorSpecies<Float> species, int down, int across, boolean corner) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("sums", this::sums);
        }

        private void sums(KernelCode code) {
            Value job = code.parameter(0);
            Value triangle = code.parameter(1);
            Variable a = code.parameter(2);
            Variable b = code.parameter(3);
            Value out = code.parameter(4);
            Value row = code.parameter(5);
            Value y = code.variable(job.get("y"));
            Value next = code.variable(job.get("yUnit").times(LANES));
            Value zero = code.variable(code.zero());
            Variable[][] sum = new Variable[down][across];
            for (int i = 0; i < down; i++) {
                for (int j = 0; j < columns(i); j++) {
                    sum[i][j] = code.variable(zero);
                }
            }
            code.loop(job.get("units"), code.constant(1), u -> {
                Value[] right = new Value[across];
                for (int j = 0; j < across; j++) {
                    right[j] = code.variable(code.load(y, b.plus(LANES * j)));
                }
                for (int i = 0; i < down; i++) {
                    Value feature = corner ? right[i] : code.variable(code.load(y, a.plus(LANES * i)));
                    for (int j = 0; j < columns(i); j++) {
                        sum[i][j].set(feature.fma(right[j], sum[i][j]));
                    }
                }
                a.set(a.plus(next));
                b.set(b.plus(next));
            });
            for (int i = 0; i < down; i++) {
                for (int j = 0; j < columns(i); j++) {
                    // Row top + i starts i top + i (i + 1) / 2 entries after row top.
                    sum[i][j].store(triangle, out.plus(i, row).plus(LANES * (Correlation.triangle(i) + j)));
                }
            }
            code.end();
        }

        /** The sums of a row. */
        private int columns(int row) {
            return corner ? row + 1 : across;
        }
    }
}
