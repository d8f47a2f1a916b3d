package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.matrix.SparseMultiplierProvider;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The large path computes what the small one does, which the gradient tests check against differences. */
class LargeDescentTest {
    private static final int EPOCHS = 5;

    private static final DescentSettings RECORDED =
            DescentSettings.DEFAULTS.epochs(EPOCHS).historyEvery(2);

    @ParameterizedTest
    @CsvSource({
        "scalar, 1, LINEAR, 0, GD, true, 1",
        "scalar, 2, LINEAR, 0.9, GROUP_RMSPROP, false, 1",
        "scalar, 3, TANH, 0, GROUP_RMSPROP, true, 0",
        "scalar, 3, TANH, 0, GROUP_RMSPROP, true, 1",
        "scalar, 6, LEAKY_RELU, 0.9, GROUP_RMSPROP, true, 1",
        "vector, 2, LEAKY_RELU, 0, GD, true, 1",
        "vector, 3, LINEAR, 0.5, GROUP_RMSPROP, true, 1",
        "vector, 3, LINEAR, 0.5, GROUP_RMSPROP, true, 0",
        "vector, 5, TANH, 0.5, GD, false, 1"
    })
    void predictsWhatTheSmallPathDoes(
            String products,
            int depth,
            String kind,
            double momentum,
            Optimizer optimizer,
            boolean completion,
            double sparseUpTo) {
        Problem problem = completion ? Problem.completion(7, 9, 2, 30, 1) : Problem.sensing(7, 9, 2, 30, 1);
        Activation activation = switch (kind) {
            case "TANH" -> Activation.TANH;
            case "LEAKY_RELU" -> Activation.LEAKY_RELU;
            default -> Activation.LINEAR;
        };
        Factors factors = new Factors(7, 9, 11, depth);
        InitialWeights initial = new InitialWeights(factors, 1, 3, () -> {});
        Descent expected = GradientDescent.of(problem, Network.linear(11, depth).with(activation))
                .optimizer(optimizer)
                .learningRate(0.1)
                .momentum(momentum)
                .initScale(1)
                .seed(3)
                .epochs(RECORDED.epochs())
                .historyEvery(RECORDED.historyEvery())
                .run();
        try (Arena arena = Arena.ofShared()) {
            LargeUpdate update = new LargeUpdate(arena, factors, new StepLength(optimizer, 0.1), momentum, 2);
            TimedMultiplier timed = new TimedMultiplier(Multipliers.named(products, 1));
            MatrixProducts multiplying = new MatrixProducts(timed, plainUpTo(sparseUpTo), 2);
            LargeDescent large = new LargeDescent(arena, problem, activation, multiplying, update, initial);
            Descent actual = large.run(RECORDED);
            // Numbers near 1 after a few dozen roundings each: 100 units in the last place.
            assertArrayEquals(expected.predicted(), actual.predicted(), 100 * Math.ulp(1f));
            assertEquals(
                    expected.end().trainLoss(),
                    actual.end().trainLoss(),
                    1e-4 * expected.end().trainLoss());
            assertEquals(expected.history().size(), actual.history().size());
            boolean sparse = completion && depth > 1 && sparseUpTo > 0;
            assertEquals(
                    timed.name() + (sparse ? "; observed entries by scalar" : ""),
                    actual.execution().products());
        }
    }

    /** Sparse products in plain Java for problems of which at most this share of the entries is observed. */
    private static SparseMultiplierProvider plainUpTo(double share) {
        return new SparseMultiplierProvider() {
            @Override
            public String name() {
                return "scalar";
            }

            @Override
            public String found() {
                return "";
            }

            @Override
            public String whyNot() {
                return "";
            }

            @Override
            public double worthwhileShare() {
                return share;
            }

            @Override
            public SparseMultiplier of(SparseMatrix places, int length, int threads) {
                return Multipliers.sparse(true).of(places, length, threads);
            }
        };
    }

    @Test
    void anEntryMeasuredTwiceCountsTwice() {
        Arena arena = Arena.ofAuto();
        ObservedEntries observed = new ObservedEntries(2, 3, new int[] {4, 1, 4}, new double[] {1, 7, 2});
        assertEquals(2, observed.places().count());
        MemorySegment values = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 10, 5);
        observed.differentiate(values);
        // 2/3 (10 - 7), and 2/3 ((5 - 1) + (5 - 2)).
        assertEquals(2f, values.getAtIndex(ValueLayout.JAVA_FLOAT, 0), 1e-6);
        assertEquals(14f / 3, values.getAtIndex(ValueLayout.JAVA_FLOAT, 1), 1e-6);
    }

    @Test
    void completesLargeMatricesFromSparseMeasurements() {
        Problem problem = Problem.completion(300, 250, 2, 30_000, 4);
        assertEquals(45_000, problem.test().count());
        Network network = Network.linear(250, 2);
        GradientDescent descent = GradientDescent.of(problem, network)
                .learningRate(0.05)
                .initScale(0.1)
                .epochs(100);
        Descent result = descent.threads(2).run();
        assertEquals(300 * 250, result.predicted().length);
        double zero = problem.trainLoss(new double[300 * 250]);
        assertTrue(result.end().trainLoss() < 0.5 * zero, result.end().trainLoss() + " of " + zero);
        assertTrue(result.end().generalizationLoss() < 0.7 * zero, result.end().generalizationLoss() + " of " + zero);
        assertTrue(result.execution().productSeconds() > 0
                && result.execution().productSeconds() <= result.execution().seconds());
        assertEquals(result.digest(), descent.threads(2).run().digest());
    }

    @Test
    void tooLittleMemoryIsSaidBeforeItIsTaken() {
        Problem problem = Problem.completion(300, 250, 2, 30_000, 4);
        // Five middle factors of 1.5 GiB each, their gradients and the momentum's buffers: some 23 GiB.
        GradientDescent descent =
                GradientDescent.of(problem, Network.linear(20_000, 7)).momentum(0.9);
        long needed = LargeDescent.bytes(problem, new Factors(300, 250, 20_000, 7), true);
        assumeTrue(FreeMemory.usable(FreeMemory.bytes()) < needed, "this machine has the memory");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, descent::run);
        String said = "width: 20000 at depth 7 and 300 x 250 needs " + (needed >> 20) + " MiB outside of the heap; ";
        assertTrue(e.getMessage().startsWith(said), e.getMessage());
    }

    @Test
    void readsTheFreeMemory() {
        assertEquals(2048L << 10, FreeMemory.bytes("MemTotal:  9 kB\nMemAvailable:    2048 kB\nSwapFree: 1 kB\n"));
        assertEquals(Long.MAX_VALUE, FreeMemory.bytes("MemTotal:  9 kB\n"));
        assertEquals(1920L << 10, FreeMemory.usable(2048L << 10));
    }

    @Test
    void keepsTheBitContractOfSmallRuns() {
        Problem problem = Problem.completion(5, 5, 1, 15, 1);
        Network network = Network.linear(5, 2);
        assertEquals(
                Descent.FIXED_ORDER,
                GradientDescent.of(problem, network).epochs(1).run().execution().products());
    }

    @Test
    void refusesToWriteOutManyObservedEntries() {
        Problem problem = Problem.completion(300, 250, 2, 30_000, 4);
        assertThrows(IllegalArgumentException.class, () -> problem.train().matrices());
    }
}
