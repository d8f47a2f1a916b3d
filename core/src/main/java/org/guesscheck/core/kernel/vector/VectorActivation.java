package org.guesscheck.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.*;
import static org.guesscheck.core.kernel.Question.LANES;
import static org.guesscheck.core.network.TanhPolynomial.*;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;

/** Scale and activation, in place. A template of {@link VectorBackend}. */
final class VectorActivation implements ActivationStage {
    /** The template's constants. */
    record Constants(VectorSpecies<Float> species, Activation activation, float hiddenScale) {}

    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final Activation ACTIVATION = CONSTANTS.activation();
    private static final float HIDDEN_SCALE = CONSTANTS.hiddenScale();
    private static final int L = F.length();
    /** Widths 1 and 2, where so many vectors have a lane in the far piece of tanh that both pieces of each take less time than a look. */
    private static final boolean OFTEN_FAR = HIDDEN_SCALE > 0.6f;

    private static final float SLOPE = ACTIVATION.negativeSlope();
    private static final int SLOPE_BITS = Float.floatToRawIntBits(SLOPE);
    private static final int ONE_BITS = Float.floatToRawIntBits(1f);

    VectorActivation() {}

    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        for (int run = 0; run < runs; run++) {
            int from = Stages.BASE + LANES * (at + run * stride);
            int to = from + LANES * vectors;
            switch (ACTIVATION.kind()) {
                case LINEAR -> scaled(y, from, to);
                case TANH -> tangent(y, from, to);
                case LEAKY_RELU -> leaky(y, from, to);
            }
        }
    }

    private static void scaled(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE).intoArray(y, i);
        }
    }

    private static void tangent(float[] y, int from, int to) {
        for (int i = nearTangent(y, from, to); i < to; i = nearTangent(y, i + L, to)) {
            anyTangent(y, i);
        }
    }

    /** Works as long as all lanes of a vector are in the near piece, and returns the place of the first vector that is not done. */
    private static int nearTangent(float[] y, int from, int to) {
        if (OFTEN_FAR) {
            return from;
        }
        int i = from;
        for (; i < to; i += L) {
            FloatVector x = FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE);
            FloatVector q = x.mul(x);
            if (!q.compare(LT, NEAR).allTrue()) {
                break;
            }
            FloatVector upper = q.fma(FloatVector.broadcast(F, N8), FloatVector.broadcast(F, N7))
                    .fma(q, FloatVector.broadcast(F, N6))
                    .fma(q, FloatVector.broadcast(F, N5))
                    .fma(q, FloatVector.broadcast(F, N4));
            upper.fma(q, FloatVector.broadcast(F, N3))
                    .fma(q, FloatVector.broadcast(F, N2))
                    .fma(q, FloatVector.broadcast(F, N1))
                    .fma(q, FloatVector.broadcast(F, N0))
                    .mul(x)
                    .intoArray(y, i);
        }
        return i;
    }

    /** One vector, each lane by its own piece. */
    private static void anyTangent(float[] y, int i) {
        FloatVector value = FloatVector.fromArray(F, y, i).mul(HIDDEN_SCALE);
        FloatVector square = value.mul(value);
        FloatVector upper = square.fma(FloatVector.broadcast(F, N8), FloatVector.broadcast(F, N7))
                .fma(square, FloatVector.broadcast(F, N6))
                .fma(square, FloatVector.broadcast(F, N5))
                .fma(square, FloatVector.broadcast(F, N4));
        FloatVector near = upper.fma(square, FloatVector.broadcast(F, N3))
                .fma(square, FloatVector.broadcast(F, N2))
                .fma(square, FloatVector.broadcast(F, N1))
                .fma(square, FloatVector.broadcast(F, N0))
                .mul(value);
        FloatVector x = value.min(CLAMP).max(-CLAMP);
        FloatVector q = x.mul(x);
        FloatVector top = q.fma(FloatVector.broadcast(F, P4), FloatVector.broadcast(F, P3))
                .fma(q, FloatVector.broadcast(F, P2))
                .fma(q, FloatVector.broadcast(F, P1))
                .fma(q, FloatVector.broadcast(F, P0));
        FloatVector bottom = q.fma(FloatVector.broadcast(F, Q4), FloatVector.broadcast(F, Q3))
                .fma(q, FloatVector.broadcast(F, Q2))
                .fma(q, FloatVector.broadcast(F, Q1))
                .fma(q, FloatVector.broadcast(F, Q0));
        x.mul(top).div(bottom).blend(near, square.compare(LT, NEAR)).intoArray(y, i);
    }

    private static void leaky(float[] y, int from, int to) {
        if (L == LANES) {
            masked(y, from, to);
        } else {
            selected(y, from, to);
        }
    }

    /** Vectors of 512 bits have masks that cost nothing: the sign bits are the mask of the multiplication. */
    private static void masked(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector x = FloatVector.fromArray(F, y, i);
            if (HIDDEN_SCALE != 1) {
                x = x.mul(HIDDEN_SCALE);
            }
            x.mul(SLOPE, x.reinterpretAsInts().compare(LT, 0).cast(F)).intoArray(y, i);
        }
    }

    /** The factor is chosen by the sign bit with integer operations, which need no mask. */
    private static void selected(float[] y, int from, int to) {
        for (int i = from; i < to; i += L) {
            FloatVector x = FloatVector.fromArray(F, y, i);
            if (HIDDEN_SCALE != 1) {
                x = x.mul(HIDDEN_SCALE);
            }
            IntVector negative = x.reinterpretAsInts().lanewise(ASHR, 31);
            x.mul(negative.and(SLOPE_BITS ^ ONE_BITS).lanewise(XOR, ONE_BITS).reinterpretAsFloats())
                    .intoArray(y, i);
        }
    }
}
