package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.Question.LANES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.random.ChunkSeed;

/** Uniform weights ((word >> 7) | 1) * 2^-24 from two xoroshiro128++ streams. A template of {@link VectorBackend}. */
final class VectorUniforms implements WeightStage {
    /** The template's constants. */
    record Constants(VectorSpecies<Float> species) {}

    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final VectorSpecies<Long> W = F.withLanes(long.class);
    private static final int L = F.length();
    private static final Class<? extends LongVector> WORDS = ExactType.of(W, LongVector.class);

    private final long[] state = new long[ChunkSeed.WORDS];

    VectorUniforms() {}

    @Override
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
    }

    @Override
    public void fill(float[] out, int vectors) {
        for (int h = 0; h < LANES; h += L) {
            int at = Stages.BASE + h;
            LongVector ua = LongVector.fromArray(W, state, h / 2);
            LongVector ub = LongVector.fromArray(W, state, 8 + h / 2);
            LongVector wa = LongVector.fromArray(W, state, 16 + h / 2);
            LongVector wb = LongVector.fromArray(W, state, 24 + h / 2);
            for (int v = 0; v < vectors; v += 2) {
                ua = WORDS.cast(ua);
                ub = WORDS.cast(ub);
                wa = WORDS.cast(wa);
                wb = WORDS.cast(wb);
                IntVector u = ua.add(ub).lanewise(ROL, 17).add(ua).reinterpretAsInts();
                LongVector y = ub.lanewise(XOR, ua);
                ua = ua.lanewise(ROL, 49).lanewise(XOR, y).lanewise(XOR, y.lanewise(LSHL, 21));
                ub = y.lanewise(ROL, 28);
                IntVector w = wa.add(wb).lanewise(ROL, 17).add(wa).reinterpretAsInts();
                LongVector z = wb.lanewise(XOR, wa);
                wa = wa.lanewise(ROL, 49).lanewise(XOR, z).lanewise(XOR, z.lanewise(LSHL, 21));
                wb = z.lanewise(ROL, 28);
                ((FloatVector) u.lanewise(ASHR, 7).or(1).convert(I2F, 0))
                        .mul(0x1p-24f)
                        .intoArray(out, at + LANES * v);
                ((FloatVector) w.lanewise(ASHR, 7).or(1).convert(I2F, 0))
                        .mul(0x1p-24f)
                        .intoArray(out, at + LANES * v + LANES);
            }
            ua.intoArray(state, h / 2);
            ub.intoArray(state, 8 + h / 2);
            wa.intoArray(state, 16 + h / 2);
            wb.intoArray(state, 24 + h / 2);
        }
    }
}
