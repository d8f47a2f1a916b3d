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
 * Some rows of correlated normals, with the triangle at their diagonal in registers.
 *
 * <pre>{@code y[u][top + i] = sum over s <= top + i of lower[top + i][s] * w[u][s]    for i < down, in every lane}</pre>
 *
 * <p>Normals are added in order, each with one fma. A unit's normals are all read before its results are stored. A template of
 * {@link VectorBackend}.
 */
final class VectorCorrelatedRows implements CorrelatedRows {
    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final int L = F.length();

    VectorCorrelatedRows() {}

    @Override
    public void correlate(Correlation job, int top) {
        int triangle = Correlation.triangle(job.rows);
        for (int g = 0; g < job.groups; g++) {
            int w = Stages.BASE + LANES * (job.wAt + g * job.wGroup);
            int y = Stages.BASE + LANES * (job.yAt + g * job.yGroup + top * job.yRow);
            int lower = Stages.BASE + LANES * (g * triangle + Correlation.triangle(top));
            for (int h = 0; h < LANES; h += L) {
                rows(job, w + h, y + h, lower + h, LANES * top);
            }
        }
    }

    /** One vector of lanes, of which first normal, result and entry of the first row are there; {@link Constants#rows}. */
    private static void rows(Correlation job, int w, int y, int lower, int top) {
        throw new IllegalStateException();
    }

    /**
     * The template's constants. Without rows above, nothing precedes the triangle. In place, these are all rows, and results lie unit
     * after unit where the normals are: strides are constants, and C2 checks no range in the loop.
     */
    record Constants(VectorSpecies<Float> species, int down, boolean first, boolean inPlace) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("rows", this::rows);
        }

        private void rows(KernelCode code) {
            Value job = code.parameter(0);
            Variable i = code.parameter(1);
            Variable o = code.parameter(2);
            Value at = code.parameter(3);
            Value top = code.parameter(4);
            Value w = code.variable(job.get("w"));
            Value y = inPlace ? w : code.variable(job.get("y"));
            Value lower = code.variable(job.get("lower"));
            Value nextW = code.variable(job.get("wUnit").times(LANES));
            Value nextY = code.variable(job.get("yUnit").times(LANES));
            Value row = code.variable(job.get("yRow").times(LANES));
            Value zero = code.variable(code.zero());
            Value[] start = new Value[down];
            Value[][] l = new Value[down][down];
            for (int r = 0; r < down; r++) {
                // Row top + r starts r top + r (r + 1) / 2 entries after row top.
                start[r] = code.variable(at.plus(r, top).plus(LANES * Correlation.triangle(r)));
                for (int s = 0; s <= r; s++) {
                    l[r][s] = code.variable(code.load(lower, start[r].plus(top).plus(LANES * s)));
                }
            }
            Variable[] sum = new Variable[down];
            for (int r = 0; r < down; r++) {
                sum[r] = code.variable(zero);
            }
            code.loop(job.get("units"), code.constant(1), u -> {
                for (int r = 0; r < down; r++) {
                    sum[r].set(zero);
                }
                if (!first) {
                    code.loop(top, code.constant(LANES), s -> {
                        Value normal = code.variable(code.load(w, i.plus(s)));
                        for (int r = 0; r < down; r++) {
                            sum[r].set(code.load(lower, start[r].plus(s)).fma(normal, sum[r]));
                        }
                    });
                }
                for (int s = 0; s < down; s++) {
                    Value normal = code.variable(code.load(w, (first ? i : i.plus(top)).plus(LANES * s)));
                    for (int r = s; r < down; r++) {
                        sum[r].set(l[r][s].fma(normal, sum[r]));
                    }
                }
                for (int r = 0; r < down; r++) {
                    sum[r].store(y, inPlace ? i.plus(LANES * r) : o.plus(r, row));
                }
                i.set(inPlace ? i.plus(LANES * down) : i.plus(nextW));
                o.set(inPlace ? i : o.plus(nextY));
            });
            code.end();
        }
    }
}
