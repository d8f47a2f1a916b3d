package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.MoveStage;
import org.guesscheck.core.kernel.Stages;

/** Proposals for particles, and their acceptance lane by lane. A template of {@link VectorBackend}. */
final class VectorMoves implements MoveStage {
    /** The template's constants; {@code uniform}: whether the prior is. */
    record Constants(VectorSpecies<Float> species, boolean uniform) {}

    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final boolean UNIFORM = CONSTANTS.uniform();
    private static final VectorSpecies<Integer> I = F.withLanes(int.class);
    private static final int L = F.length();

    VectorMoves() {}

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        int from = Stages.BASE + LANES * at;
        int old = Stages.BASE + LANES * currentAt;
        if (UNIFORM) {
            reflected(noise, from, current, old, LANES * vectors, step);
        } else {
            crankNicolson(noise, from, current, old, LANES * vectors, keep, step);
        }
    }

    private static void crankNicolson(
            float[] noise, int at, float[] current, int currentAt, int count, float keep, float step) {
        for (int i = 0; i < count; i += L) {
            FloatVector kept = FloatVector.fromArray(F, current, currentAt + i).mul(keep);
            FloatVector.fromArray(F, noise, at + i)
                    .fma(FloatVector.broadcast(F, step), kept)
                    .intoArray(noise, at + i);
        }
    }

    private static void reflected(float[] noise, int at, float[] current, int currentAt, int count, float step) {
        for (int i = 0; i < count; i += L) {
            FloatVector x = FloatVector.fromArray(F, noise, at + i)
                    .fma(FloatVector.broadcast(F, step), FloatVector.fromArray(F, current, currentAt + i));
            FloatVector low = FloatVector.broadcast(F, -2f).sub(x);
            FloatVector high = FloatVector.broadcast(F, 2f).sub(x);
            x.blend(high, x.compare(GT, 1f)).blend(low, x.compare(LT, -1f)).intoArray(noise, at + i);
        }
    }

    /** Bitwise, which needs no mask. */
    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        for (int h = 0; h < LANES; h += L) {
            IntVector lanes = IntVector.fromArray(I, chosen, chosenAt + h);
            int source = Stages.BASE + LANES * at + h;
            int target = Stages.BASE + LANES * toAt + h;
            for (int i = 0; i < LANES * vectors; i += LANES) {
                IntVector old = FloatVector.fromArray(F, to, target + i).reinterpretAsInts();
                IntVector changed = FloatVector.fromArray(F, from, source + i)
                        .reinterpretAsInts()
                        .lanewise(XOR, old)
                        .and(lanes);
                old.lanewise(XOR, changed).reinterpretAsFloats().intoArray(to, target + i);
            }
        }
    }
}
