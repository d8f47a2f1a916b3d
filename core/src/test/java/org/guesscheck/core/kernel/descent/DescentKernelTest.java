package org.guesscheck.core.kernel.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend gives every lane the bits of plain Java, whatever is in the other lanes. */
class DescentKernelTest {
    private static final int LANES = DescentKernel.LANES;

    static List<Backend> vectors() {
        return Stream.of("vector-128", "vector-256", "vector-512")
                .map(Backends::named)
                .toList();
    }

    static Stream<DescentShape> shapes() {
        List<DescentShape> shapes = new ArrayList<>();
        for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
            for (Factors factors : List.of(
                    new Factors(5, 5, 5, 2),
                    new Factors(4, 6, 3, 1),
                    new Factors(3, 7, 16, 2),
                    new Factors(4, 6, 21, 3),
                    new Factors(1, 1, 1, 4),
                    new Factors(2, 19, 37, 2),
                    new Factors(7, 3, 6, 5))) {
                int kind = shapes.size();
                shapes.add(new DescentShape(
                        factors, activation, 1 + kind % 9, kind % 2 == 0, Direction.values()[kind % 3]));
            }
        }
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyLaneHasTheBitsOfPlainJava(DescentShape shape) {
        for (Backend backend : vectors()) {
            Lanes expected = new Lanes(Backends.named("scalar"), shape);
            Lanes actual = new Lanes(backend, shape);
            for (int lane = 0; lane < LANES; lane++) {
                expected.start(lane, lane);
                actual.start(lane, lane);
            }
            for (int t = 1; t <= 4; t++) {
                expected.advance(t);
                actual.advance(t);
                for (int lane = 0; lane < LANES; lane++) {
                    expected.requireSame(actual, lane, lane, backend.name() + ", step " + t);
                }
                if (t == 2) {
                    // Another run in one lane, none in another, other shares in a third.
                    for (Lanes lanes : List.of(expected, actual)) {
                        lanes.start(5, 77);
                        lanes.kernel.share(6, lanes.shares());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRunAloneHasTheSameBitsInAnyLane(DescentShape shape) {
        for (Backend backend : Stream.concat(Stream.of(Backends.named("scalar")), vectors().stream())
                .toList()) {
            Lanes crowd = new Lanes(backend, shape);
            for (int lane = 0; lane < LANES; lane++) {
                crowd.start(lane, lane);
            }
            Lanes alone = new Lanes(backend, shape);
            alone.start(14, 3);
            for (int t = 1; t <= 3; t++) {
                crowd.advanceAlike(t);
                alone.advanceAlike(t);
                crowd.requireSame(alone, 3, 14, backend.name());
            }
        }
    }

    @Test
    void aLaneThatIsNotFiniteDisturbsNoOther() {
        DescentShape shape = new DescentShape(new Factors(4, 6, 21, 3), Activation.TANH, 5, true, Direction.ADAM);
        for (Backend backend : vectors()) {
            Lanes healthy = new Lanes(backend, shape);
            Lanes ill = new Lanes(backend, shape);
            for (int lane = 0; lane < LANES; lane++) {
                healthy.start(lane, lane);
                ill.start(lane, lane);
            }
            float[][] infinite = shape.factors().allocate();
            for (float[] row : infinite) {
                Arrays.fill(row, Float.POSITIVE_INFINITY);
            }
            ill.kernel.start(8, ill.train(8), infinite);
            for (int t = 1; t <= 3; t++) {
                healthy.advance(t);
                ill.advance(t);
            }
            for (int lane = 0; lane < LANES; lane++) {
                if (lane != 8) {
                    healthy.requireSame(ill, lane, lane, backend.name());
                }
            }
            // The lane is as good as new for the next run.
            healthy.start(8, 99);
            ill.start(8, 99);
            healthy.advance(4);
            ill.advance(4);
            healthy.requireSame(ill, 8, 8, backend.name());
        }
    }

    @Test
    void runsOfOtherSizesOrMeasurementsAreRefused() {
        DescentShape shape = new DescentShape(new Factors(4, 6, 3, 2), Activation.LINEAR, 5, true, Direction.GRADIENT);
        for (Backend backend : Stream.concat(Stream.of(Backends.named("scalar")), vectors().stream())
                .toList()) {
            DescentKernel kernel = backend.descent(shape);
            float[][] weights = shape.factors().allocate();
            TrainingData train = TrainingData.of(Problem.sensing(4, 6, 1, 5, 1).train());
            kernel.start(0, train, weights);
            TrainingData others = TrainingData.of(Problem.sensing(4, 6, 1, 5, 2).train());
            assertThrows(IllegalArgumentException.class, () -> kernel.start(1, others, weights));
            TrainingData fewer = TrainingData.of(Problem.sensing(4, 6, 1, 4, 1).train());
            assertThrows(IllegalArgumentException.class, () -> kernel.start(1, fewer, weights));
            float[][] wider = new Factors(4, 6, 4, 2).allocate();
            assertThrows(IllegalArgumentException.class, () -> kernel.start(1, train, wider));
        }
    }

    /** A kernel at work, with runs that depend on their number alone. */
    private static final class Lanes {
        private final DescentShape shape;
        private final DescentKernel kernel;
        private final float[] squaredResiduals = new float[LANES];
        private final float[] squaredNorms = new float[LANES];

        Lanes(Backend backend, DescentShape shape) {
            this.shape = shape;
            kernel = backend.descent(shape);
        }

        TrainingData train(int run) {
            Factors factors = shape.factors();
            SplittableRandom random = new SplittableRandom(shape.shared() ? -1 : run);
            float[][] matrices = new float[shape.measurements()][factors.rows() * factors.cols()];
            float[] targets = new float[matrices.length];
            for (int i = 0; i < matrices.length; i++) {
                fill(matrices[i], random, 1);
                targets[i] = (float) new SplittableRandom(31 * run + i).nextDouble(-1, 1);
            }
            return new TrainingData(matrices, targets);
        }

        float[] shares() {
            float[] shares = new float[shape.measurements()];
            fill(shares, new SplittableRandom(5), 1);
            return shares;
        }

        private static void fill(float[] row, SplittableRandom random, double scale) {
            for (int e = 0; e < row.length; e++) {
                row[e] = (float) random.nextDouble(-scale, scale);
            }
        }

        void start(int lane, int run) {
            float[][] weights = shape.factors().allocate();
            SplittableRandom random = new SplittableRandom(1000 + run);
            for (float[] row : weights) {
                fill(row, random, 1.5);
            }
            kernel.start(lane, train(run), weights);
        }

        /** A gradient and a step, with other numbers in every lane. */
        void advance(int t) {
            advance(t, 1);
        }

        /** A gradient and a step, with the same numbers in every lane. */
        void advanceAlike(int t) {
            advance(t, 0);
        }

        private void advance(int t, int differing) {
            kernel.gradient(squaredResiduals, squaredNorms);
            StepNumbers numbers = StepNumbers.zeros();
            for (int lane = 0; lane < LANES; lane++) {
                numbers.length()[lane] = 0.01f * (t + differing * lane);
                numbers.momentum()[lane] = 0.9f - 0.05f * differing * lane;
                numbers.correction()[lane] = 1 + 0.3f * (t + differing * lane);
            }
            kernel.step(numbers);
        }

        /** Compares the last gradient and the weights after the step. */
        void requireSame(Lanes other, int lane, int otherLane, String where) {
            String what = where + ", lane " + lane + ", " + shape;
            float[] product = new float[shape.entries()];
            float[] otherProduct = new float[shape.entries()];
            kernel.product(lane, product);
            other.kernel.product(otherLane, otherProduct);
            assertArrayEquals(product, otherProduct, what);
            float[][] rows = shape.factors().allocate();
            float[][] otherRows = shape.factors().allocate();
            kernel.gradient(lane, rows);
            other.kernel.gradient(otherLane, otherRows);
            for (int r = 0; r < rows.length; r++) {
                assertArrayEquals(rows[r], otherRows[r], what + ", gradient, row " + r);
            }
            kernel.weights(lane, rows);
            other.kernel.weights(otherLane, otherRows);
            for (int r = 0; r < rows.length; r++) {
                assertArrayEquals(rows[r], otherRows[r], what + ", weights, row " + r);
            }
            assertArrayEquals(
                    new float[] {squaredResiduals[lane], squaredNorms[lane]},
                    new float[] {other.squaredResiduals[otherLane], other.squaredNorms[otherLane]},
                    what);
        }
    }
}
