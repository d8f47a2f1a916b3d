package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.Question.LANES;
import static org.guesscheck.core.random.NormalPolynomial.*;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.random.ChunkSeed;

/**
 * Normal weights from two xoroshiro128++ streams, radius and angle; see {@link org.guesscheck.core.random.NormalPolynomial}.
 *
 * <p>The loop is a software pipeline in registers: each pass finishes one pair of vectors and does a step each of the four
 * pairs behind it, so that the chain from word to radius never stalls the ports. The xor of both state words is taken between
 * integers of 32 bits: the compiler then can't merge it into the ternary operation that follows and compute it twice. Signs sit
 * in the cosine's coefficients and in a negated sine, because a second ternary operation on the radius costs more. A template of
 * {@link VectorBackend}.
 */
final class VectorNormals implements WeightStage {
    /** The template's constants. */
    record Constants(VectorSpecies<Float> species) {}

    private static final VectorSpecies<Float> F =
            Specialised.constants(MethodHandles.lookup(), Constants.class).species();
    private static final VectorSpecies<Long> W = F.withLanes(long.class);
    private static final VectorSpecies<Integer> I = F.withLanes(int.class);
    private static final int L = F.length();
    private static final Class<? extends FloatVector> FLOATS = ExactType.of(F, FloatVector.class);
    private static final Class<? extends LongVector> WORDS = ExactType.of(W, LongVector.class);
    private static final Class<? extends IntVector> INTS = ExactType.of(I, IntVector.class);

    /**
     * Vectors of constants that stay in memory. All constants together need more registers than there are, and of those that it
     * can't keep, the compiler broadcasts one after the other in every pass, on ports that the loop is short of. These are
     * operands in memory for nothing; only what is loaded from an array of the type that the loop stores can't be hoisted.
     */
    private static final float[] CONSTANTS = vectors(S3, -C3, Q7, KE, Float.intBitsToFloat(0x4f000000));

    private static final int AT_S3 = Stages.BASE;
    private static final int AT_C3 = AT_S3 + LANES;
    private static final int AT_Q7 = AT_C3 + LANES;
    private static final int AT_KE = AT_Q7 + LANES;
    /** The bits of 2^31. */
    private static final int AT_SCALE = AT_KE + LANES;

    /** Discarded pairs that fill the pipeline. */
    private final float[] discarded = new float[Stages.BASE + 2 * LANES * PIPELINE];

    private final long[] state = new long[ChunkSeed.WORDS];
    private final float[] radius = new float[LANES];
    private final float[] square = new float[LANES];
    private final float[] partial = new float[LANES];
    private final float[] mantissa = new float[LANES];
    private final float[] exponent = new float[LANES];
    private final int[] bits = new int[LANES];

    VectorNormals() {}

    private static float[] vectors(float... values) {
        float[] vectors = new float[Stages.BASE + LANES * values.length];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(vectors, Stages.BASE + LANES * i, Stages.BASE + LANES * (i + 1), values[i]);
        }
        return vectors;
    }

    @Override
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
        Arrays.fill(square, 1);
        Arrays.fill(exponent, -1e6f);
        Arrays.fill(bits, 0x4e000000);
        fill(discarded, 2 * PIPELINE);
    }

    @Override
    public void fill(float[] out, int vectors) {
        for (int h = 0; h < LANES; h += L) {
            LongVector ua = LongVector.fromArray(W, state, h / 2);
            LongVector ub = LongVector.fromArray(W, state, 8 + h / 2);
            LongVector wa = LongVector.fromArray(W, state, 16 + h / 2);
            LongVector wb = LongVector.fromArray(W, state, 24 + h / 2);
            FloatVector r = FloatVector.fromArray(F, radius, h);
            FloatVector e = FloatVector.fromArray(F, square, h);
            FloatVector p = FloatVector.fromArray(F, partial, h);
            FloatVector x = FloatVector.fromArray(F, mantissa, h);
            FloatVector d = FloatVector.fromArray(F, exponent, h);
            IntVector b = IntVector.fromArray(I, bits, h);
            int end = Stages.BASE + h + LANES * vectors;
            for (int at = Stages.BASE + h; at < end; at += 2 * LANES) {
                ua = WORDS.cast(ua);
                ub = WORDS.cast(ub);
                wa = WORDS.cast(wa);
                wb = WORDS.cast(wb);
                r = FLOATS.cast(r);
                e = FLOATS.cast(e);
                p = FLOATS.cast(p);
                x = FLOATS.cast(x);
                d = FLOATS.cast(d);
                b = INTS.cast(b);
                // The angle of the pair that leaves, and its two numbers.
                IntVector w = wa.add(wb).lanewise(ROL, 17).add(wa).reinterpretAsInts();
                LongVector z = wb.reinterpretAsInts()
                        .lanewise(XOR, wa.reinterpretAsInts())
                        .reinterpretAsLongs();
                wa = wa.lanewise(ROL, 49).lanewise(XOR, z).lanewise(XOR, z.lanewise(LSHL, 21));
                wb = z.lanewise(ROL, 28);
                FloatVector t =
                        w.and(0x7fffff).or(0x3f800000).reinterpretAsFloats().sub(1.5f);
                FloatVector q = t.mul(t);
                FloatVector s = q.fma(FloatVector.fromArray(F, CONSTANTS, AT_S3), FloatVector.broadcast(F, S2))
                        .fma(q, FloatVector.broadcast(F, S1))
                        .fma(q, FloatVector.broadcast(F, S0))
                        .mul(t);
                FloatVector c = q.fma(FloatVector.fromArray(F, CONSTANTS, AT_C3), FloatVector.broadcast(F, -C2))
                        .fma(q, FloatVector.broadcast(F, -C1))
                        .fma(q, FloatVector.broadcast(F, -C0));
                FloatVector plus =
                        r.reinterpretAsInts().lanewise(XOR, w.and(0x80000000)).reinterpretAsFloats();
                FloatVector a = plus.mul(s);
                a.mul(c).intoArray(out, at);
                a.fma(s.neg(), plus).intoArray(out, at + LANES);
                // One step each of the pairs behind: radius, its square, the polynomial's upper half, a new word.
                r = e.lanewise(SQRT);
                e = d.fma(
                        FloatVector.fromArray(F, CONSTANTS, AT_KE),
                        p.fma(x, FloatVector.broadcast(F, Q3))
                                .fma(x, FloatVector.broadcast(F, Q2))
                                .fma(x, FloatVector.broadcast(F, Q1))
                                .fma(x, FloatVector.broadcast(F, Q0)));
                d = (FloatVector)
                        b.sub(FloatVector.fromArray(F, CONSTANTS, AT_SCALE).reinterpretAsInts())
                                .convert(I2F, 0);
                x = b.and(0x7fffff).or(0x3f800000).reinterpretAsFloats().sub(1.5f);
                p = x.fma(FloatVector.fromArray(F, CONSTANTS, AT_Q7), FloatVector.broadcast(F, Q6))
                        .fma(x, FloatVector.broadcast(F, Q5))
                        .fma(x, FloatVector.broadcast(F, Q4));
                IntVector u = ua.add(ub).lanewise(ROL, 17).add(ua).reinterpretAsInts();
                LongVector y = ub.reinterpretAsInts()
                        .lanewise(XOR, ua.reinterpretAsInts())
                        .reinterpretAsLongs();
                ua = ua.lanewise(ROL, 49).lanewise(XOR, y).lanewise(XOR, y.lanewise(LSHL, 21));
                ub = y.lanewise(ROL, 28);
                b = ((FloatVector) u.and(0x7fffffff).or(1).convert(I2F, 0)).reinterpretAsInts();
            }
            ua.intoArray(state, h / 2);
            ub.intoArray(state, 8 + h / 2);
            wa.intoArray(state, 16 + h / 2);
            wb.intoArray(state, 24 + h / 2);
            r.intoArray(radius, h);
            e.intoArray(square, h);
            p.intoArray(partial, h);
            x.intoArray(mantissa, h);
            d.intoArray(exponent, h);
            b.intoArray(bits, h);
        }
    }
}
