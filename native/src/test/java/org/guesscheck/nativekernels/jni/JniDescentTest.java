package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradient descent in C has the bits of plain Java in every lane, on every tier. */
class JniDescentTest {
    static List<Tier> tiers() {
        return JniSparseMultiplierTest.tiers();
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void bitsAreThoseOfPlainJava(Tier tier) {
        for (DescentShape shape : DescentCases.shapes()) {
            float[] expected = DescentCases.results(Backends.named("scalar").descent(shape), shape);
            DescentKernel kernel = new JniDescent(tier.index(), shape);
            assertArrayEquals(expected, DescentCases.results(kernel, shape), shape::toString);
            // Lanes are as good as new for other runs.
            for (int lane = 0; lane < DescentKernel.LANES; lane++) {
                kernel.stop(lane);
            }
            assertArrayEquals(expected, DescentCases.results(kernel, shape), shape::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void runsOfOtherSizesOrMeasurementsAreRefused(Tier tier) {
        DescentShape shape = DescentCases.shapes().getFirst();
        Problem problem = Problem.sensing(5, 5, 1, shape.measurements(), 1);
        DescentKernel kernel = new JniDescent(tier.index(), shape);
        float[][] weights = shape.factors().allocate();
        TrainingData train = TrainingData.of(problem.train());
        kernel.start(0, train, weights);
        TrainingData others = TrainingData.of(
                Problem.sensing(5, 5, 1, shape.measurements(), 2).train());
        assertThrows(IllegalArgumentException.class, () -> kernel.start(1, others, weights));
        float[][] wider = new Factors(5, 5, 6, 2).allocate();
        assertThrows(IllegalArgumentException.class, () -> kernel.start(1, train, wider));
        assertThrows(IndexOutOfBoundsException.class, () -> kernel.start(16, train, weights));
        assertThrows(IndexOutOfBoundsException.class, () -> kernel.start(-1, train, weights));
    }
}
