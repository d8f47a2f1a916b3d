package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;
import static org.guesscheck.core.network.TanhPolynomial.*;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.network.Activation;

/** The passes of gradient descent over whole arrays. A template of {@link VectorBackend}. */
final class VectorLanePasses implements LanePasses {
    /** The template's constants. */
    record Constants(VectorSpecies<Float> species, Activation activation, Direction direction) {}

    private static final Constants CONSTANTS = Specialised.constants(MethodHandles.lookup(), Constants.class);
    private static final VectorSpecies<Float> F = CONSTANTS.species();
    private static final Activation ACTIVATION = CONSTANTS.activation();
    private static final Direction DIRECTION = CONSTANTS.direction();
    private static final float SLOPE = ACTIVATION.negativeSlope();
    private static final int L = F.length();

    VectorLanePasses() {}

    @Override
    public void activate(float[] from, int fromAt, float[] to, int toAt, int vectors) {
        int i = Stages.BASE + LANES * fromAt;
        int o = Stages.BASE + LANES * toAt;
        int end = o + LANES * vectors;
        switch (ACTIVATION.kind()) {
            case LINEAR -> {
                if (from != to || i != o) {
                    System.arraycopy(from, i, to, o, end - o);
                }
            }
            case TANH -> tangent(from, i, to, o, end);
            case LEAKY_RELU -> leaky(from, i, to, o, end);
        }
    }

    private static void tangent(float[] from, int i, float[] to, int at, int end) {
        for (int o = at; o < end; o += L, i += L) {
            FloatVector x = FloatVector.fromArray(F, from, i).min(CLAMP).max(-CLAMP);
            FloatVector q = x.mul(x);
            FloatVector top = q.fma(FloatVector.broadcast(F, P4), FloatVector.broadcast(F, P3))
                    .fma(q, FloatVector.broadcast(F, P2))
                    .fma(q, FloatVector.broadcast(F, P1))
                    .fma(q, FloatVector.broadcast(F, P0));
            FloatVector bottom = q.fma(FloatVector.broadcast(F, Q4), FloatVector.broadcast(F, Q3))
                    .fma(q, FloatVector.broadcast(F, Q2))
                    .fma(q, FloatVector.broadcast(F, Q1))
                    .fma(q, FloatVector.broadcast(F, Q0));
            x.mul(top).div(bottom).intoArray(to, o);
        }
    }

    private static void leaky(float[] from, int i, float[] to, int at, int end) {
        for (int o = at; o < end; o += L, i += L) {
            FloatVector x = FloatVector.fromArray(F, from, i);
            x.max(x.mul(SLOPE)).intoArray(to, o);
        }
    }

    @Override
    public void differentiate(float[] gradient, int at, float[] features, int featuresAt, int vectors) {
        int g = Stages.BASE + LANES * at;
        int y = Stages.BASE + LANES * featuresAt;
        int end = g + LANES * vectors;
        switch (ACTIVATION.kind()) {
            case LINEAR -> {}
            case TANH -> tangentSlope(gradient, g, features, y, end);
            case LEAKY_RELU -> leakySlope(gradient, g, features, y, end);
        }
    }

    private static void tangentSlope(float[] gradient, int at, float[] features, int y, int end) {
        for (int g = at; g < end; g += L, y += L) {
            FloatVector s = FloatVector.fromArray(F, features, y);
            FloatVector slope = FloatVector.broadcast(F, 1f).sub(s.mul(s));
            FloatVector.fromArray(F, gradient, g).mul(slope).intoArray(gradient, g);
        }
    }

    private static void leakySlope(float[] gradient, int at, float[] features, int y, int end) {
        for (int g = at; g < end; g += L, y += L) {
            FloatVector s = FloatVector.fromArray(F, features, y);
            FloatVector slope = FloatVector.broadcast(F, SLOPE).blend(1f, s.compare(VectorOperators.GT, 0f));
            FloatVector.fromArray(F, gradient, g).mul(slope).intoArray(gradient, g);
        }
    }

    @Override
    public void residuals(float[] residuals, float[] targets, float[] shares, int count, float[] squares) {
        for (int h = 0; h < LANES; h += L) {
            FloatVector sum = FloatVector.zero(F);
            int end = Stages.BASE + LANES * count;
            for (int i = Stages.BASE + h; i < end; i += LANES) {
                FloatVector residual = FloatVector.fromArray(F, residuals, i).sub(FloatVector.fromArray(F, targets, i));
                sum = residual.mul(residual).add(sum);
                residual.mul(FloatVector.fromArray(F, shares, i)).intoArray(residuals, i);
            }
            sum.intoArray(squares, h);
        }
    }

    @Override
    public void squaredNorm(float[] gradient, int rows, int cols, float[] scratch, float[] sums) {
        for (int h = 0; h < LANES; h += L) {
            int c = 0;
            for (; c + 3 < cols; c += 4) {
                fourColumns(gradient, rows, LANES * cols, LANES * c + h + Stages.BASE, scratch);
            }
            for (; c < cols; c++) {
                column(gradient, rows, LANES * cols, LANES * c + h + Stages.BASE, scratch);
            }
            add(scratch, cols, h, sums);
        }
    }

    private static void fourColumns(float[] gradient, int rows, int row, int at, float[] squares) {
        FloatVector a = FloatVector.zero(F);
        FloatVector b = FloatVector.zero(F);
        FloatVector c = FloatVector.zero(F);
        FloatVector d = FloatVector.zero(F);
        for (int r = 0, i = at; r < rows; r++, i += row) {
            FloatVector x = FloatVector.fromArray(F, gradient, i);
            FloatVector y = FloatVector.fromArray(F, gradient, i + LANES);
            FloatVector z = FloatVector.fromArray(F, gradient, i + 2 * LANES);
            FloatVector w = FloatVector.fromArray(F, gradient, i + 3 * LANES);
            a = x.mul(x).add(a);
            b = y.mul(y).add(b);
            c = z.mul(z).add(c);
            d = w.mul(w).add(d);
        }
        a.intoArray(squares, at);
        b.intoArray(squares, at + LANES);
        c.intoArray(squares, at + 2 * LANES);
        d.intoArray(squares, at + 3 * LANES);
    }

    private static void column(float[] gradient, int rows, int row, int at, float[] squares) {
        FloatVector sum = FloatVector.zero(F);
        for (int r = 0, i = at; r < rows; r++, i += row) {
            FloatVector x = FloatVector.fromArray(F, gradient, i);
            sum = x.mul(x).add(sum);
        }
        sum.intoArray(squares, at);
    }

    /** The sum of numbers in the order of {@link org.guesscheck.core.kernel.descent.RowArithmetic#dot}. */
    private static void add(float[] numbers, int count, int h, float[] sums) {
        int whole = count & -16;
        int at = Stages.BASE + h;
        for (int p = 0; p < 16 && whole > 16; p++) {
            FloatVector sum = FloatVector.fromArray(F, numbers, at + LANES * p);
            for (int i = p + 16; i < whole; i += 16) {
                sum = FloatVector.fromArray(F, numbers, at + LANES * i).add(sum);
            }
            sum.intoArray(numbers, at + LANES * p);
        }
        if (whole < count) {
            FloatVector rest = FloatVector.fromArray(F, numbers, at + LANES * whole);
            for (int i = whole + 1; i < count; i++) {
                rest = FloatVector.fromArray(F, numbers, at + LANES * i).add(rest);
            }
            rest.intoArray(sums, h);
        }
        if (whole > 0) {
            // The tree by halves: (0 + 4), (2 + 6), (1 + 5), (3 + 7), then their pairs, of both eights at once.
            for (int p = at; p < at + 16 * LANES; p += 8 * LANES) {
                pair(numbers, p, 4);
                pair(numbers, p + LANES, 4);
                pair(numbers, p + 2 * LANES, 4);
                pair(numbers, p + 3 * LANES, 4);
                pair(numbers, p, 2);
                pair(numbers, p + LANES, 2);
                pair(numbers, p, 1);
            }
            FloatVector total =
                    FloatVector.fromArray(F, numbers, at).add(FloatVector.fromArray(F, numbers, at + 8 * LANES));
            (whole < count ? total.add(FloatVector.fromArray(F, sums, h)) : total).intoArray(sums, h);
        }
    }

    private static void pair(float[] numbers, int at, int distance) {
        FloatVector.fromArray(F, numbers, at)
                .add(FloatVector.fromArray(F, numbers, at + LANES * distance))
                .intoArray(numbers, at);
    }

    @Override
    public void step(float[] weights, float[] gradient, float[][] buffers, int vectors, float[] length, float[] other) {
        int end = Stages.BASE + LANES * vectors;
        for (int h = 0; h < LANES; h += L) {
            FloatVector step = FloatVector.fromArray(F, length, h);
            FloatVector second = FloatVector.fromArray(F, other, h);
            switch (DIRECTION) {
                case GRADIENT -> straight(weights, gradient, Stages.BASE + h, end, step);
                case MOMENTUM -> momentum(weights, gradient, buffers[0], Stages.BASE + h, end, step, second);
                case ADAM -> adam(weights, gradient, buffers[0], buffers[1], Stages.BASE + h, end, step, second);
            }
        }
    }

    private static void straight(float[] weights, float[] gradient, int from, int end, FloatVector step) {
        for (int i = from; i < end; i += LANES) {
            FloatVector.fromArray(F, weights, i)
                    .sub(step.mul(FloatVector.fromArray(F, gradient, i)))
                    .intoArray(weights, i);
        }
    }

    private static void momentum(
            float[] weights, float[] gradient, float[] buffer, int from, int end, FloatVector step, FloatVector keep) {
        for (int i = from; i < end; i += LANES) {
            FloatVector b = keep.mul(FloatVector.fromArray(F, buffer, i)).add(FloatVector.fromArray(F, gradient, i));
            b.intoArray(buffer, i);
            FloatVector.fromArray(F, weights, i).sub(step.mul(b)).intoArray(weights, i);
        }
    }

    private static void adam(
            float[] weights,
            float[] gradient,
            float[] means,
            float[] squares,
            int from,
            int end,
            FloatVector step,
            FloatVector correction) {
        for (int i = from; i < end; i += LANES) {
            FloatVector g = FloatVector.fromArray(F, gradient, i);
            FloatVector mean = FloatVector.fromArray(F, means, i)
                    .mul(Direction.FIRST_DECAY)
                    .add(g.mul(Direction.FIRST_SHARE));
            mean.intoArray(means, i);
            FloatVector square = FloatVector.fromArray(F, squares, i)
                    .mul(Direction.SECOND_DECAY)
                    .add(g.mul(g).mul(Direction.SECOND_SHARE));
            square.intoArray(squares, i);
            FloatVector divisor =
                    square.lanewise(VectorOperators.SQRT).mul(correction).add(Direction.SOFTENING);
            FloatVector.fromArray(F, weights, i)
                    .sub(step.mul(mean).div(divisor))
                    .intoArray(weights, i);
        }
    }
}
