package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs as a whole: what they reach, that they repeat, and what they refuse. */
class GradientDescentTest {
    private static GradientDescent small() {
        return GradientDescent.of(
                        Problem.sensing(5, 5, 1, 15, 3), Network.linear(5, 2).with(Activation.LEAKY_RELU))
                .learningRate(1e-2)
                .initScale(0.1)
                .epochs(500)
                .seed(7);
    }

    /**
     * The published code ends at 1e-7 to 2e-5 with these settings. What is left depends on the problem and falls with the
     * initial scale: an independent program in double precision ends in the same range for each of the problem seeds 0 to
     * 11, three of which (4, 6 and 9) are too hard at width 5 for a scale of 1e-3: 2e-5 to 2e-3, depending on the start.
     */
    @ParameterizedTest
    @CsvSource({"5,0", "5,1", "5,2", "5,3", "160,0", "160,1", "160,2", "160,3"})
    void recoversRankOne(int width, long seed) {
        Descent descent = GradientDescent.of(Problem.sensing(5, 5, 1, 15, seed), Network.linear(width, 2))
                .learningRate(1e-4)
                .epochs(100_000)
                .initScale(1e-3)
                .seed(seed)
                .run();
        assertTrue(descent.end().generalizationLoss() < 1e-4, descent::toString);
        assertTrue(descent.converged(), descent::toString);
        assertEquals(100_000, descent.end().epoch());
    }

    @Test
    void repeatsToTheBit() {
        assertEquals(small().run().digest(), small().run().digest());
        assertTrue(small().run().digest().matches("sha256:[0-9a-f]{64}"));
        assertNotEquals(small().run().digest(), small().seed(8).run().digest());
    }

    @ParameterizedTest
    @CsvSource({"GROUP_RMSPROP", "GD"})
    void momentumCountsUnlessIgnored(Optimizer optimizer) {
        GradientDescent plain = small().optimizer(optimizer);
        String without = plain.run().digest();
        assertNotEquals(without, plain.momentum(0.9).run().digest());
        assertEquals(without, plain.momentum(0.9).ignoreMomentum(true).run().digest());
    }

    @Test
    void plainDescentLowersTheLossAtEveryPoint() {
        List<LossPoint> history =
                small().optimizer(Optimizer.GD).historyEvery(100).run().history();
        for (int i = 1; i < history.size(); i++) {
            assertTrue(history.get(i).trainLoss() < history.get(i - 1).trainLoss(), history::toString);
        }
    }

    @Test
    void historyHoldsStartAndEnd() {
        Descent descent = small().historyEvery(200).run();
        assertEquals(
                List.of(0, 200, 400, 500),
                descent.history().stream().map(LossPoint::epoch).toList());
        assertEquals(descent.end().trainLoss(), descent.history().getLast().trainLoss());
        assertEquals(
                descent.end().generalizationLoss(), descent.history().getLast().generalizationLoss());
        assertEquals(descent.digest(), small().run().digest(), "recording must not change the run");
        assertTrue(small().run().history().isEmpty());
    }

    @Test
    void divergenceIsReported() {
        Descent descent = small().optimizer(Optimizer.GD).learningRate(1e6).run();
        assertFalse(Double.isFinite(descent.end().trainLoss()));
        assertFalse(descent.converged());
    }

    @Test
    void tooFewEpochsDoNotConverge() {
        assertFalse(small().epochs(1).run().converged());
    }

    @Test
    void stopsWhenCancelled() {
        int[] asked = {0};
        CancellationException stopped = assertThrows(
                CancellationException.class,
                () -> small().cancelWhen(() -> ++asked[0] == 3).run());
        assertEquals("gradient descent was cancelled after 128 epochs", stopped.getMessage());
    }

    @Test
    void stopsWhileTheFirstWeightsAreDrawn() {
        CancellationException stopped = assertThrows(
                CancellationException.class,
                () -> GradientDescent.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(2000, 3))
                        .cancelWhen(() -> true)
                        .run());
        assertEquals("gradient descent was cancelled before the first epoch", stopped.getMessage());
    }

    @Test
    void thePredictedMatrixHasTheLossesOfTheEnd() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 3);
        Descent descent = GradientDescent.of(problem, Network.linear(7, 3))
                .learningRate(1e-3)
                .epochs(70)
                .run();
        assertEquals(LossPoint.of(70, problem, descent.predicted()), descent.end());
        assertEquals(25, descent.predicted().length);
        assertEquals(0, descent.withoutPredicted().predicted().length);
        assertNotEquals(descent, descent.withoutPredicted());
    }

    @Test
    void settersLeaveTheirDescentAsItIs() {
        GradientDescent descent = small();
        Descent before = descent.run();
        descent.learningRate(0.5);
        descent.epochs(3);
        descent.initScale(0.5);
        descent.momentum(0.5);
        descent.ignoreMomentum(true);
        descent.optimizer(Optimizer.GD);
        descent.seed(99);
        descent.historyEvery(1);
        descent.threads(2);
        descent.stopBelow(100);
        descent.batch(4);
        descent.stopDiverged(true);
        descent.onProgress(progress -> {
            throw new IllegalStateException("not to be called");
        });
        descent.cancelWhen(() -> true);
        Descent after = descent.run();
        assertEquals(before.digest(), after.digest());
        assertEquals(before.end(), after.end());
        assertEquals(before.history(), after.history());
    }

    @Test
    void progressEndsAtTheLastEpoch() {
        List<DescentProgress> told = new ArrayList<>();
        small().epochs(300_000).onProgress(told::add).run();
        assertTrue(told.size() > 1, "some seconds without a word");
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).epochs() >= told.get(i - 1).epochs(), told::toString);
        }
        assertEquals(300_000, told.getLast().epochs());
        assertEquals(300_000, told.getLast().total());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal(d -> d.learningRate(0), "learningRate: 0.0; a finite number above 0 is allowed"),
                refusal(d -> d.learningRate(Double.NaN), "learningRate: NaN; a finite number above 0 is allowed"),
                refusal(d -> d.epochs(0), "epochs: 0; at least 1 is allowed"),
                refusal(
                        d -> d.initScale(Double.POSITIVE_INFINITY),
                        "initScale: Infinity; a finite number above 0 is allowed"),
                refusal(d -> d.momentum(1), "momentum: 1.0; 0 up to, but not including, 1 is allowed"),
                refusal(d -> d.momentum(-0.1), "momentum: -0.1; 0 up to, but not including, 1 is allowed"),
                refusal(
                        d -> d.momentum(0.5).optimizer(Optimizer.ADAM).run(),
                        "momentum: 0.5; with the optimizer ADAM 0 is allowed"),
                refusal(d -> d.batch(0), "batch: 0; at least 1 is allowed"),
                refusal(d -> d.batch(16), "batch: 16; 1 to the number of measurements, 15, is allowed"),
                refusal(d -> d.historyEvery(-1), "historyEvery: -1; at least 0 is allowed"),
                refusal(
                        d -> GradientDescent.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(50_000, 3)),
                        "width: 50000 at depth 3 makes 2500500000 weights; at most 2147483639 are allowed"));
    }

    private static Arguments refusal(Consumer<GradientDescent> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInOneSentence(Consumer<GradientDescent> change, String message) {
        GradientDescent descent = small();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> change.accept(descent));
        assertEquals(message, refusal.getMessage());
    }
}
