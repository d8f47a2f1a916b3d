package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The conditional estimator against a closed form and against rejection, with fixed seeds. Every comparison allows 4.5
 * combined standard errors, which a correct program exceeds with probability 7e-6.
 */
class ConditionalSamplerTest {
    private static final double ERRORS = 4.5;
    private static final Problem SENSING = Problem.sensing(5, 5, 1, 15, 1);

    /** Depth 1, completion: observed entries are N(0, 1/m'), so n m' eps bounds a non-central chi-square. */
    @ParameterizedTest
    @CsvSource({"6, 0.06", "15, 0.02", "15, 1e-4"})
    void depthOneIsANonCentralChiSquare(int measurements, double eps) {
        Problem problem = Problem.completion(5, 5, 1, measurements, 4);
        ThresholdEstimate estimate = ConditionalSampler.of(problem, Network.linear(1, 1))
                .eps(eps)
                .draws(8_000)
                .seed(5)
                .run()
                .thresholds()
                .getFirst();
        double centre = 0;
        for (double target : problem.train().targets()) {
            centre += 5 * target * target;
        }
        double p = 0;
        for (int j = 0; j < 100; j++) {
            p += PoissonDistribution.of(centre / 2).probability(j)
                    * ChiSquaredDistribution.of(measurements + 2.0 * j).cumulativeProbability(5 * measurements * eps);
        }
        double error = estimate.probabilityInterval().width() / 3.92;
        assertTrue(error < 0.02 * p, "a test of little");
        assertEquals(p, estimate.probability(), ERRORS * error);
        double expected = 1.0 / 5;
        for (double target : problem.test().targets()) {
            expected += target * target / problem.test().count();
        }
        // The scale of the product is a float.
        assertEquals(expected, loss(estimate).mean(), 1e-7);
    }

    /** The last three draw their features in fewer numbers. At widths 2 and 4 with 15 measurements, and 5 with 22, the residuals' covariance is singular or nearly so. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 15, LINEAR, 0.05",
        "4, 3, 15, TANH, 0.05",
        "7, 2, 15, LEAKY_RELU, 0.04",
        "5, 2, 22, LINEAR, 0.08",
        "9, 4, 15, TANH, 0.05",
        "40, 3, 15, LEAKY_RELU, 0.05",
        "40, 3, 15, LINEAR, 0.05"
    })
    void agreesWithRejection(int width, int depth, int measurements, Activation.Kind kind, double eps) {
        Problem problem = Problem.sensing(5, 5, measurements > 15 ? 2 : 1, measurements, 8);
        Network network = Network.linear(width, depth)
                .with(kind == Activation.Kind.LEAKY_RELU ? Activation.LEAKY_RELU : new Activation(kind, 1));
        Posterior rejection = RejectionSampler.of(problem, network)
                .eps(eps, 2 * eps)
                .draws(1_000_000)
                .seed(6)
                .run();
        Posterior conditional = ConditionalSampler.of(problem, network)
                .eps(eps, 2 * eps)
                .draws(6_000)
                .seed(7)
                .run();
        for (int e = 0; e < 2; e++) {
            ThresholdEstimate plain = rejection.thresholds().get(e);
            ThresholdEstimate estimate = conditional.thresholds().get(e);
            assertTrue(plain.accepted() > 100 && estimate.accepted() > 100, plain + " " + estimate);
            double p = plain.probability();
            double error = Math.hypot(
                    Math.sqrt(p / rejection.origin().draws()),
                    estimate.probabilityInterval().width() / 3.92);
            assertEquals(p, estimate.probability(), ERRORS * error);
            GeneralizationLoss a = loss(plain);
            GeneralizationLoss b = loss(estimate);
            assertEquals(a.mean(), b.mean(), ERRORS * Math.hypot(a.standardError(), b.standardError()));
            // A quantile's error is some 1.3 to 2 times that of the mean here.
            for (double share : new double[] {0.25, 0.5, 0.75}) {
                double error3 = 3 * Math.hypot(a.standardError(), b.standardError());
                assertEquals(a.quantiles().get(share), b.quantiles().get(share), ERRORS * error3);
            }
        }
        assertEquals(
                rejection.prior().mean(),
                conditional.prior().mean(),
                ERRORS
                        * Math.hypot(
                                rejection.prior().standardError(),
                                conditional.prior().standardError()));
    }

    @Test
    void wideNetworksAreCheap() {
        Posterior posterior = ConditionalSampler.of(SENSING, Network.linear(1000, 2))
                .relativeError(0.002)
                .draws(1 << 20)
                .run();
        GeneralizationLoss loss = loss(posterior.thresholds().getFirst());
        assertTrue(loss.standardError() <= 0.002 * loss.mean());
        assertEquals(4096, posterior.origin().draws());
    }

    @Test
    void backendsAndThreadsChangeNothing() {
        List<Network> networks = List.of(
                Network.linear(20, 2).with(Activation.TANH),
                Network.linear(99, 3).with(Activation.TANH),
                Network.linear(50, 3),
                Network.linear(5, 3).with(Activation.LEAKY_RELU),
                Network.linear(1, 1));
        for (Network network : networks) {
            Posterior scalar = run(network, "scalar", 1);
            for (String width : List.of("vector-128", "vector-256", "vector-512")) {
                Posterior vector = run(network, width, 3);
                assertEquals(scalar.origin().digest(), vector.origin().digest(), width);
                assertEquals(scalar.thresholds(), vector.thresholds(), width);
                assertEquals(scalar.prior(), vector.prior(), width);
            }
        }
    }

    private static Posterior run(Network network, String backend, int threads) {
        // Few measurements: the cost goes with their cube.
        return ConditionalSampler.of(Problem.sensing(4, 3, 1, 5, 1), network)
                .eps(0.02, 0.1)
                .draws(2000)
                .seed(2)
                .backend(backend)
                .threads(threads)
                .run();
    }

    @Test
    void saysWhereItDoesNotApply() {
        Network uniform = Network.linear(5, 2).with(Prior.UNIFORM);
        assertThrows(IllegalArgumentException.class, () -> ConditionalSampler.of(SENSING, uniform));
        Network normalized = Network.linear(5, 2).normalize();
        assertThrows(IllegalArgumentException.class, () -> ConditionalSampler.of(SENSING, normalized));
        ConditionalSampler sampler = ConditionalSampler.of(SENSING, Network.linear(5, 2));
        assertThrows(IllegalArgumentException.class, () -> sampler.relativeError(0));
        assertThrows(
                CancellationException.class,
                () -> sampler.cancelWhen(() -> true).run());
    }

    private static GeneralizationLoss loss(ThresholdEstimate estimate) {
        return estimate.generalizationLoss().orElseThrow();
    }
}
