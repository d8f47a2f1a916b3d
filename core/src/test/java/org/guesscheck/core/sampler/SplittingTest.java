package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Splitting against closed forms and rejection, with fixed seeds, and its determinism. */
class SplittingTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    static List<Network> networks() {
        return List.of(
                Network.linear(1, 1),
                Network.linear(5, 2).with(Activation.TANH),
                Network.linear(5, 2).with(Prior.UNIFORM),
                Network.linear(20, 2).with(Activation.LEAKY_RELU),
                Network.linear(5, 4)
                        .with(Activation.LEAKY_RELU)
                        .with(Prior.UNIFORM)
                        .normalize(),
                Network.linear(12, 4).with(Activation.TANH).normalize(),
                Network.linear(61, 2).normalize());
    }

    private static SplittingSampler small(Network network) {
        return SplittingSampler.of(PROBLEM, network)
                .eps(0.05, 0.03)
                .particles(32)
                .replicas(3)
                .sweeps(2)
                .seed(5);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyBackendAndThreadCountGivesTheSameResult(Network network) {
        Posterior scalar = small(network).backend("scalar").threads(1).run();
        assertTrue(scalar.thresholds().getFirst().generalizationLoss().isPresent(), "a test of nothing");
        int threads = 1;
        for (String backend : List.of("vector-128", "vector-256", "vector-512")) {
            Posterior vector =
                    small(network).backend(backend).threads(threads++).run();
            assertEquals(scalar.origin().digest(), vector.origin().digest(), backend);
            assertEquals(scalar.thresholds(), vector.thresholds(), backend);
            assertEquals(scalar.prior(), vector.prior(), backend);
            assertEquals(scalar.diagnostics(), vector.diagnostics(), backend);
            assertEquals(scalar.origin().draws(), vector.origin().draws(), backend);
        }
    }

    /** 4 combined standard errors, which chance exceeds in one of 16,000 comparisons; there are 14 of them. */
    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithRejection(Network network) {
        double eps = network.normalized() ? 0.025 : 0.08;
        Posterior rejection = RejectionSampler.of(PROBLEM, network)
                .eps(eps)
                .draws(400_000)
                .seed(8)
                .run();
        Posterior splitting = SplittingSampler.of(PROBLEM, network)
                .eps(eps)
                .particles(256)
                .sweeps(5)
                .seed(9)
                .run();
        ThresholdEstimate expected = rejection.thresholds().getFirst();
        ThresholdEstimate found = splitting.thresholds().getFirst();
        assertTrue(expected.accepted() > 100, "rejection accepted " + expected.accepted());
        double errorOfLog = splitting.diagnostics().values().get(SplittingSampler.PROBABILITY_ERROR);
        assertEquals(
                Math.log(expected.probability()),
                Math.log(found.probability()),
                4 * Math.sqrt(errorOfLog * errorOfLog + 1 / expected.accepted()));
        GeneralizationLoss wanted = expected.generalizationLoss().orElseThrow();
        GeneralizationLoss mean = found.generalizationLoss().orElseThrow();
        assertEquals(wanted.mean(), mean.mean(), 4 * StrictMath.hypot(wanted.standardError(), mean.standardError()));
        assertEquals(
                wanted.quantiles().get(0.5),
                mean.quantiles().get(0.5),
                0.15 * wanted.quantiles().get(0.5));
        assertEquals(
                rejection.prior().mean(),
                splitting.prior().mean(),
                4.5
                        * StrictMath.hypot(
                                rejection.prior().standardError(),
                                splitting.prior().standardError()));
    }

    @Test
    void drawsThroughTheFewestNumbersAndSaysSo() {
        assertEquals(
                "the product was drawn through the Gram matrices of the hidden features",
                small(Network.linear(20, 2).with(Activation.LEAKY_RELU))
                        .run()
                        .diagnostics()
                        .notes()
                        .getFirst());
        assertEquals(
                "the product was drawn through Bartlett factors",
                small(Network.linear(61, 2)).run().diagnostics().notes().getFirst());
        assertFalse(Reduction.isNoted(
                small(Network.linear(5, 2)).run().diagnostics().notes()));
        assertFalse(Reduction.isNoted(small(Network.linear(20, 2).with(Prior.UNIFORM))
                .run()
                .diagnostics()
                .notes()));
    }

    /** One move of nearly no length at every level: what is left in the end descends from a few that were ever apart. */
    @Test
    void particlesThatNeverMovedAwayAreDoubted() {
        SplittingSampler sampler =
                SplittingSampler.of(PROBLEM, Network.linear(5, 2)).eps(0.01).particles(32);
        Diagnostics stuck = sampler.sweeps(1).run().diagnostics();
        assertFalse(stuck.trustworthy());
        assertTrue(stuck.values().get("distinctLineages") < 100);
        assertTrue(stuck.reasons().stream().anyMatch(reason -> reason.contains("had moved away")), stuck.toString());
        Diagnostics moved = sampler.sweeps(0).run().diagnostics();
        assertTrue(moved.values().get("distinctLineages") >= 100);
        assertTrue(moved.reasons().stream().noneMatch(reason -> reason.contains("had moved away")), moved.toString());
    }

    /** More sweeps than a pilot waits for: it stops earlier, and its steps and its verdict are as good. */
    @Test
    void manySweepsAreAllowed() {
        Diagnostics many = SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.03)
                .particles(128)
                .replicas(16)
                .sweeps(401)
                .run()
                .diagnostics();
        assertTrue(many.trustworthy(), many.toString());
        assertTrue(many.series().get("levelStep").stream().allMatch(step -> step > 0), many.toString());
        assertTrue(many.values().get("distinctLineages") >= 100, many.toString());
    }

    @Test
    void threadsAndExecutorsChangeNothing() {
        SplittingSampler sampler = small(Network.linear(5, 3).normalize()).replicas(9);
        Posterior one = sampler.threads(1).run();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Posterior pooled = sampler.threads(3).executor(pool).run();
            assertEquals(one.origin().digest(), pooled.origin().digest());
            assertEquals(one.thresholds(), pooled.thresholds());
            assertEquals(one.diagnostics(), pooled.diagnostics());
        }
        assertNotEquals(
                one.origin().digest(),
                small(Network.linear(5, 3).normalize())
                        .replicas(9)
                        .seed(6)
                        .run()
                        .origin()
                        .digest());
    }

    @Test
    void runsUntilTheErrorIsSmallEnough() {
        SplittingSampler sampler =
                SplittingSampler.of(PROBLEM, Network.linear(5, 2)).eps(0.03).particles(128);
        Posterior reached = sampler.relativeError(0.03).run();
        GeneralizationLoss loss =
                reached.thresholds().getFirst().generalizationLoss().orElseThrow();
        assertTrue(loss.standardError() <= 0.03 * loss.mean());
        String note = reached.diagnostics().notes().getFirst();
        assertTrue(note.startsWith("the mean reached the relative error 0.03"), note);
        Posterior poor = sampler.relativeError(1e-6).draws(200_000).run();
        assertTrue(poor.origin().draws() <= 200_000, poor.origin().draws() + " evaluations");
        note = poor.diagnostics().notes().getFirst();
        assertTrue(note.startsWith("the budget was spent"), note);
    }

    /** A matrix of rank 1 with 15 measurements of rank 2 can't be fitted by a network of width 1. */
    @Test
    void whatIsOutOfReachIsSaidAndNotInvented() {
        Problem rankTwo = Problem.sensing(5, 5, 2, 20, 1);
        Posterior posterior = SplittingSampler.of(rankTwo, Network.linear(1, 2))
                .eps(1e-5)
                .particles(64)
                .draws(300_000)
                .run();
        assertFalse(posterior.diagnostics().trustworthy());
        assertTrue(posterior.diagnostics().reasons().getFirst().startsWith("the pilot run stopped"));
        assertTrue(posterior.thresholds().getFirst().generalizationLoss().isEmpty());
        assertEquals(0, posterior.thresholds().getFirst().accepted());
    }

    @Test
    void tooFewReplicasAreNotTrusted() {
        Diagnostics few =
                small(Network.linear(5, 2)).particles(16).replicas(2).run().diagnostics();
        assertFalse(few.trustworthy());
        assertTrue(
                few.reasons().stream().anyMatch(r -> r.startsWith("2 replicas are too few")), few.reasons()::toString);
        Diagnostics many = SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.05)
                .particles(256)
                .run()
                .diagnostics();
        assertTrue(many.trustworthy(), many.reasons()::toString);
    }

    @Test
    void thePilotChoosesSweepsUnlessTheyAreGiven() {
        SplittingSampler sampler = SplittingSampler.of(
                        PROBLEM, Network.linear(5, 6).normalize())
                .eps(0.006)
                .replicas(4);
        List<Double> given = sampler.sweeps(3).run().diagnostics().series().get("levelSweeps");
        assertEquals(6, given.getLast());
        assertTrue(given.stream().limit(given.size() - 1).allMatch(s -> s == 3), given::toString);
        List<Double> chosen = sampler.sweeps(0).run().diagnostics().series().get("levelSweeps");
        double most =
                chosen.stream().limit(chosen.size() - 1).max(Double::compare).orElseThrow();
        assertTrue(chosen.getFirst() < most, "narrow levels need more sweeps: " + chosen);
        assertEquals(0, chosen.getLast() % 2, "twice the most before");
    }

    @Test
    void cancels() {
        SplittingSampler sampler = small(Network.linear(5, 2)).cancelWhen(() -> true);
        assertThrows(CancellationException.class, sampler::run);
    }

    @Test
    void badSettingsNameTheField() {
        SplittingSampler sampler = small(Network.linear(5, 2));
        assertTrue(message(() -> sampler.eps(-1)).startsWith("eps: "));
        assertTrue(message(() -> sampler.particles(24)).startsWith("particles: "));
        assertTrue(message(() -> sampler.replicas(0)).startsWith("replicas: "));
        assertTrue(message(() -> sampler.sweeps(-1)).startsWith("sweeps: "));
        assertTrue(message(() -> sampler.relativeError(Double.NaN)).startsWith("relative error: "));
        assertTrue(message(() -> sampler.draws(0)).startsWith("draws: "));
        // A uniform prior, since wide networks with a Gaussian one have a form of few numbers.
        Network wide = new Network(100_000, 2, Activation.LINEAR, Prior.UNIFORM, false, 0);
        SplittingSampler huge = SplittingSampler.of(PROBLEM, wide).particles(1 << 20);
        assertTrue(message(huge::run).startsWith("particles: 1048576 of this network need "));
    }

    private static String message(Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).getMessage();
    }
}
