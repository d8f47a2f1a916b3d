package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.guesscheck.core.kernel.CorrelationStage.LEAST_PIVOT;
import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.Stages;

/** Totals of Gram sums and their Cholesky factors, a vector of lanes at a time. A template of {@link VectorBackend}. */
final class VectorTriangleSums implements TriangleSums {
    /** The template's constants. */
    record Constants(VectorSpecies<Float> species) {}

    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final int L = F.length();

    VectorTriangleSums() {}

    @Override
    public void add(Correlation job, int group, float[] run) {
        int floats = LANES * Correlation.triangle(job.rows);
        int at = Stages.BASE + group * floats;
        for (int i = 0; i < floats; i += L) {
            FloatVector added = FloatVector.fromArray(F, run, Stages.BASE + i);
            if (job.fresh) {
                added.intoArray(job.sums, at + i);
                FloatVector.zero(F).intoArray(job.lost, at + i);
                continue;
            }
            FloatVector old = FloatVector.fromArray(F, job.sums, at + i);
            FloatVector corrected = added.sub(FloatVector.fromArray(F, job.lost, at + i));
            FloatVector sum = old.add(corrected);
            sum.sub(old).sub(corrected).intoArray(job.lost, at + i);
            sum.intoArray(job.sums, at + i);
        }
    }

    @Override
    public void factor(Correlation job) {
        int triangle = Correlation.triangle(job.rows);
        for (int g = 0; g < job.groups; g++) {
            for (int h = 0; h < LANES; h += L) {
                int at = Stages.BASE + LANES * g * triangle + h;
                for (int j = 0; j < job.rows; j++) {
                    column(job.sums, at, job.rows, j);
                }
            }
        }
    }

    private static void column(float[] sums, int at, int rows, int j) {
        int upper = at + LANES * Correlation.triangle(j);
        FloatVector diagonal = FloatVector.fromArray(F, sums, upper + LANES * j);
        FloatVector pivot = diagonal;
        for (int s = 0; s < j; s++) {
            FloatVector entry = FloatVector.fromArray(F, sums, upper + LANES * s);
            pivot = entry.neg().fma(entry, pivot);
        }
        VectorMask<Float> independent = pivot.compare(GT, diagonal.mul(LEAST_PIVOT));
        FloatVector root = pivot.sqrt();
        FloatVector zero = FloatVector.zero(F);
        FloatVector inverse = zero.blend(FloatVector.broadcast(F, 1).div(root), independent);
        zero.blend(root, independent).intoArray(sums, upper + LANES * j);
        for (int i = j + 1; i < rows; i++) {
            int row = at + LANES * Correlation.triangle(i);
            FloatVector rest = FloatVector.fromArray(F, sums, row + LANES * j);
            for (int s = 0; s < j; s++) {
                rest = FloatVector.fromArray(F, sums, row + LANES * s)
                        .neg()
                        .fma(FloatVector.fromArray(F, sums, upper + LANES * s), rest);
            }
            rest.mul(inverse).intoArray(sums, row + LANES * j);
        }
    }
}
