package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Estimates against closed forms, with fixed seeds. Every comparison allows 4.5 standard errors, which a correct program
 * exceeds with probability 7e-6; there are 7 of them, so the budget of the class is 5e-5.
 */
class ClosedFormsTest {
    private static final double ERRORS = 4.5;

    /** 1/m' + ||P W*||^2 / |B| for a linear network, Gaussian, at every width; 1/3 per layer for a uniform one. */
    @Test
    void priorMeanOfTheGeneralizationLoss() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 2);
        Measurements test = problem.test();
        double truth = 0;
        for (double target : test.targets()) {
            truth += target * target / test.count();
        }
        for (int width : new int[] {3, 5, 40}) {
            PriorMean prior = prior(problem, Network.linear(width, 2));
            assertEquals(1.0 / 5 + truth, prior.mean(), ERRORS * prior.standardError());
        }
        PriorMean uniform = prior(problem, Network.linear(5, 2).with(Prior.UNIFORM));
        assertEquals(1.0 / 45 + truth, uniform.mean(), ERRORS * uniform.standardError());
    }

    private static PriorMean prior(Problem problem, Network network) {
        return RejectionSampler.of(problem, network)
                .draws(1_000_000)
                .seed(11)
                .run()
                .prior();
    }

    /** Depth 1, completion: the observed entries are N(0, 1/m'), and say nothing of the others. */
    @Test
    void depthOneCompletionIsANonCentralChiSquare() {
        Problem problem = Problem.completion(5, 5, 1, 6, 4);
        double eps = 0.06;
        Posterior posterior = RejectionSampler.of(problem, Network.linear(1, 1))
                .eps(eps)
                .draws(4_000_000)
                .seed(12)
                .run();
        double p = DepthOneCompletion.probability(problem, eps);
        ThresholdEstimate estimate = posterior.thresholds().getFirst();
        assertEquals(
                p,
                estimate.probability(),
                ERRORS * Math.sqrt(p * (1 - p) / posterior.origin().draws()));
        double expected = DepthOneCompletion.mean(problem);
        GeneralizationLoss loss = estimate.generalizationLoss().orElseThrow();
        assertEquals(expected, loss.mean(), ERRORS * loss.standardError());
    }

    @Test
    void noneAcceptedIsSaidAndBounded() {
        ThresholdEstimate none = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .eps(1e-6)
                .draws(1000)
                .run()
                .thresholds()
                .getFirst();
        assertEquals(0, none.accepted());
        assertTrue(none.generalizationLoss().isEmpty());
        assertEquals(3e-3, none.probabilityInterval().high(), 1e-12);
    }

    @Test
    void cancels() {
        RejectionSampler sampler = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .draws(1L << 50)
                .cancelWhen(() -> true);
        assertThrows(CancellationException.class, sampler::run);
    }

    @Test
    void badSettingsNameTheField() {
        RejectionSampler sampler = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2));
        assertTrue(message(() -> sampler.eps(0)).startsWith("eps: "));
        assertTrue(message(() -> sampler.eps(Double.NaN)).startsWith("eps: "));
        assertTrue(message(() -> sampler.draws(0)).startsWith("draws: "));
        assertTrue(message(() -> sampler.backend("gpu").run()).startsWith("backend: "));
        assertTrue(message(() -> Network.linear(-1, 2)).startsWith("width: "));
    }

    private static String message(Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).getMessage();
    }
}
