package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.vector.KernelCode.Value;
import org.guesscheck.core.kernel.vector.KernelCode.Variable;

/**
 * One block of a product, up to 5 rows by 5 columns of sums, all in registers, so that each feature and weight is loaded once.
 *
 * <pre>{@code out[r][c] = (fresh ? 0 : out[r][c]) + sum over u of y[r][u] * w[u][c]    for r < rows, c < cols, in every lane}</pre>
 *
 * <p>Units are added in order, each with one fma. A template of {@link VectorBackend}.
 */
final class VectorBlock implements Block {
    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final boolean SHARED = CONSTANTS.shared();
    private static final int L = F.length();

    VectorBlock() {}

    @Override
    public void add(Multiplication job, int firstRow, int firstCol) {
        for (int g = 0; g < job.groups; g++) {
            int feature = job.yAt + g * job.yGroup + firstRow * job.yRow;
            int y = SHARED ? feature : Stages.BASE + LANES * feature;
            int w = Stages.BASE + LANES * (job.wAt + g * job.wGroup + firstCol);
            int out = Stages.BASE + LANES * (job.outAt + g * job.outGroup + firstRow * job.cols + firstCol);
            for (int h = 0; h < LANES; h += L) {
                sums(job, SHARED ? y : y + h, w + h, out + h);
            }
        }
    }

    /** One vector of lanes, of which the first feature, weight and sum are there; {@link Constants#sums}. */
    private static void sums(Multiplication job, int y, int w, int out) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants.
     *
     * @param species the vectors
     * @param rows rows of the block
     * @param cols columns of the block
     * @param shared whether the features are the same in all lanes, see {@link org.guesscheck.core.kernel.ProductStage#multiplyShared}
     */
    record Constants(VectorSpecies<Float> species, int rows, int cols, boolean shared) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("sums", this::sums);
        }

        private void sums(KernelCode code) {
            Value job = code.parameter(0);
            Variable i = code.parameter(1);
            Variable j = code.parameter(2);
            Value o = code.parameter(3);
            Value y = code.variable(job.get("y"));
            Value w = code.variable(job.get("w"));
            Value out = code.variable(job.get("out"));
            int perFeature = shared ? 1 : LANES;
            Value nextY = code.variable(job.get("yUnit").times(perFeature));
            Value nextW = code.variable(job.get("wUnit").times(LANES));
            Value row = code.variable(job.get("yRow").times(perFeature));
            Value below = code.variable(job.get("cols").times(LANES));
            Value zero = code.variable(code.zero());
            Variable[][] sum = new Variable[rows][cols];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < cols; c++) {
                    sum[r][c] = code.variable(zero);
                }
            }
            code.unless(job.get("fresh"), () -> {
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < cols; c++) {
                        sum[r][c].set(code.load(out, o.plus(r, below).plus(LANES * c)));
                    }
                }
            });
            code.loop(job.get("units").plus(-1), code.constant(1), u -> {
                Value[] weight = weights(code, w, j);
                for (int r = 0; r < rows; r++) {
                    Value feature = code.variable(feature(code, y, i.plus(r, row)));
                    for (int c = 0; c < cols; c++) {
                        sum[r][c].set(feature.fma(weight[c], sum[r][c]));
                    }
                }
                i.set(i.plus(nextY));
                j.set(j.plus(nextW));
            });
            // The last unit's sums are stored row by row: all stores in one go would fill their queue, and the next
            // group
            // would wait.
            Value[] weight = weights(code, w, j);
            for (int r = 0; r < rows; r++) {
                Value feature = code.variable(feature(code, y, i.plus(r, row)));
                for (int c = 0; c < cols; c++) {
                    feature.fma(weight[c], sum[r][c])
                            .store(out, o.plus(r, below).plus(LANES * c));
                }
            }
            code.end();
        }

        private Value feature(KernelCode code, Value y, Value at) {
            return shared ? code.broadcast(y.element(at)) : code.load(y, at);
        }

        private Value[] weights(KernelCode code, Value w, Value at) {
            Value[] weight = new Value[cols];
            for (int c = 0; c < cols; c++) {
                weight[c] = code.variable(code.load(w, at.plus(LANES * c)));
            }
            return weight;
        }
    }
}
