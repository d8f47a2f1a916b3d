package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in a batch is the run alone. */
class DescentBatchTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 3);

    private static GradientDescent run(Problem problem, Network network, int seed) {
        return GradientDescent.of(problem, network)
                .learningRate(1e-2 / (1 + seed % 3))
                .initScale(0.2)
                .epochs(40 + 7 * (seed % 5))
                .historyEvery(seed % 2 == 0 ? 0 : 16)
                .seed(seed);
    }

    /** Some of every kind: more runs of one shape than lanes, a run without company, other problems, optimizers and lengths. */
    static List<GradientDescent> runs() {
        List<GradientDescent> runs = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            runs.add(run(PROBLEM, Network.linear(5, 2), i));
            runs.add(run(Problem.sensing(5, 5, 1, 15, i % 4), Network.linear(17, 3), i));
        }
        for (int i = 0; i < 5; i++) {
            Network network = Network.linear(6, 4).with(Activation.TANH);
            runs.add(run(Problem.completion(5, 4, 1, 9, 2), network, i).momentum(0.5 + 0.1 * i));
            runs.add(run(PROBLEM, Network.linear(5, 2).with(Activation.LEAKY_RELU), i)
                    .optimizer(Optimizer.GD));
        }
        for (int i = 0; i < 20; i++) {
            runs.add(run(PROBLEM, Network.linear(5, 2), i).batch(1 + i % 15));
            runs.add(run(PROBLEM, Network.linear(5, 2), i).batch(4).optimizer(Optimizer.ADAM));
        }
        runs.add(run(PROBLEM, Network.linear(7, 1), 9));
        Collections.shuffle(runs, new Random(1));
        return runs;
    }

    private static void requireSame(List<Descent> expected, List<Descent> actual, String where) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).digest(), actual.get(i).digest(), where + ", run " + i);
            assertEquals(expected.get(i).history(), actual.get(i).history(), where + ", run " + i);
            assertEquals(expected.get(i).end(), actual.get(i).end(), where + ", run " + i);
            assertEquals(expected.get(i).converged(), actual.get(i).converged(), where + ", run " + i);
        }
    }

    private static List<Descent> alone(List<GradientDescent> runs) {
        return runs.stream().map(GradientDescent::run).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "scalar", "vector", "vector-256", "vector-128"})
    void everyRunIsTheRunAloneOnAnyNumberOfThreads(String backend) {
        List<GradientDescent> runs = runs();
        List<Descent> expected = alone(runs);
        DescentBatch batch = DescentBatch.of(runs).backend(backend);
        for (int threads : new int[] {1, 2, 7}) {
            requireSame(expected, batch.threads(threads).run(), backend + ", " + threads + " threads");
        }
    }

    @Test
    void aRunIsTheSameFirstLastAndInTheMiddle() {
        GradientDescent one = run(PROBLEM, Network.linear(5, 2), 1000);
        String expected = one.run().digest();
        for (int place : new int[] {0, 9, 15, 16, 25, 39}) {
            List<GradientDescent> runs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                runs.add(i == place ? one : run(PROBLEM, Network.linear(5, 2), i));
            }
            List<Descent> outcomes =
                    DescentBatch.of(runs).backend("vector").threads(1).run();
            assertEquals(expected, outcomes.get(place).digest(), "place " + place);
        }
    }

    @Test
    void runsThatDivergeHaveTheOutcomeOfTheRunAloneAndDisturbNoOther() {
        List<GradientDescent> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            GradientDescent run = run(PROBLEM, Network.linear(5, 3), i).optimizer(Optimizer.GD);
            runs.add(i % 3 == 0 ? run.learningRate(1e6) : run);
        }
        List<Descent> outcomes = DescentBatch.of(runs).backend("vector").run();
        requireSame(alone(runs), outcomes, "vector");
        assertFalse(Double.isFinite(outcomes.getFirst().end().trainLoss()));
        assertTrue(Double.isFinite(outcomes.get(1).end().trainLoss()));
    }

    @Test
    void earlyEndsAreThoseOfTheRunAlone() {
        List<GradientDescent> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            GradientDescent run =
                    run(PROBLEM, Network.linear(5, 2), i).epochs(2000).historyEvery(0);
            runs.add(
                    switch (i % 4) {
                        case 0 -> run.stopBelow(0.02);
                        case 1 -> run.stopBelow(1e3).historyEvery(50);
                        case 2 -> run.optimizer(Optimizer.GROUP_RMSPROP).stopDiverged(true);
                        default -> run.epochs(5);
                    });
        }
        List<Descent> expected = alone(runs);
        for (String backend : List.of("scalar", "vector")) {
            requireSame(
                    expected, DescentBatch.of(runs).backend(backend).threads(2).run(), backend);
        }
        for (int i = 0; i < 40; i += 4) {
            LossPoint end = expected.get(i).end();
            assertTrue(end.epoch() > 0 && end.epoch() < 2000, end::toString);
            assertTrue(end.trainLoss() < 0.02 * (1 + 1e-5), end::toString);
            // One epoch less is not below yet.
            Descent before =
                    runs.get(i).stopBelow(1e-30).epochs(end.epoch() - 1).run();
            assertTrue(before.end().trainLoss() > 0.02 * (1 - 1e-5), before::toString);
            assertEquals(0, expected.get(i + 1).end().epoch());
            assertEquals(1, expected.get(i + 1).history().size());
            assertEquals(2000, expected.get(i + 2).end().epoch());
        }
    }

    @Test
    void aDivergedRunMayEndEarly() {
        GradientDescent diverging = run(PROBLEM, Network.linear(5, 2), 1)
                .optimizer(Optimizer.GD)
                .learningRate(1e6)
                .epochs(1_000_000)
                .stopDiverged(true);
        Descent outcome =
                DescentBatch.of(Collections.nCopies(4, diverging)).run().getLast();
        assertTrue(outcome.end().epoch() < 100, outcome::toString);
        assertFalse(outcome.converged());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBatchCanBeCancelled(int threads) {
        List<GradientDescent> runs =
                Collections.nCopies(50, run(PROBLEM, Network.linear(5, 2), 1).epochs(1_000_000_000));
        AtomicInteger asked = new AtomicInteger();
        DescentBatch batch = DescentBatch.of(runs).threads(threads).cancelWhen(() -> asked.incrementAndGet() > 200);
        assertThrows(CancellationException.class, batch::run);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, DescentBatch.of(runs).threads(threads)::run);
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFailureOfOneRunEndsTheBatch() {
        List<GradientDescent> runs = new ArrayList<>(
                Collections.nCopies(50, run(PROBLEM, Network.linear(5, 2), 1).epochs(1_000_000_000)));
        runs.add(runs.getFirst().epochs(1).onProgress(progress -> {
            throw new IllegalStateException("told");
        }));
        Collections.reverse(runs);
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, DescentBatch.of(runs).threads(2)::run);
        assertEquals("told", failure.getMessage());
    }

    @Test
    void largeRunsAreTakenToo() {
        Problem problem = Problem.completion(120, 120, 1, 2000, 1);
        GradientDescent large =
                GradientDescent.of(problem, Network.linear(1200, 2)).epochs(2);
        List<GradientDescent> runs = List.of(run(PROBLEM, Network.linear(5, 2), 1), large);
        requireSame(alone(runs), DescentBatch.of(runs).run(), "with a large run");
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), DescentBatch.of(List.of()).run());
    }

    @Test
    void badNumbersAreRefused() {
        DescentBatch batch = DescentBatch.of(List.of(run(PROBLEM, Network.linear(5, 2), 1)));
        assertEquals(
                "threads: 0; at least 1 is allowed",
                assertThrows(IllegalArgumentException.class, () -> batch.threads(0))
                        .getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, batch.backend("abacus")::run)
                .getMessage()
                .startsWith("backend: 'abacus'; "));
        assertEquals(
                "stopBelow: 0.0; a finite number above 0 is allowed",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GradientDescent.of(PROBLEM, Network.linear(5, 2))
                                        .stopBelow(0))
                        .getMessage());
    }

    @Test
    void itSaysHowManyRunsGoSideBySide() {
        Network small = Network.linear(5, 2);
        assertEquals(1, DescentBatch.sideBySide(5, 5, 15, small, 2));
        assertEquals(3, DescentBatch.sideBySide(5, 5, 15, small, 3));
        assertEquals(16, DescentBatch.sideBySide(5, 5, 15, small, 100));
        // 7 MB of 16 runs, then 53 MB, and whole matrices.
        assertEquals(1, DescentBatch.sideBySide(5, 5, 15, Network.linear(160, 4), 11));
        assertEquals(12, DescentBatch.sideBySide(5, 5, 15, Network.linear(160, 4), 12));
        assertEquals(1, DescentBatch.sideBySide(5, 5, 15, Network.linear(640, 3), 100));
        assertEquals(1, DescentBatch.sideBySide(300, 300, 1000, small, 100));
        assertThrows(
                IllegalArgumentException.class, () -> DescentBatch.sideBySide(5, 5, 15, Network.linear(100_000, 3), 8));
    }
}
