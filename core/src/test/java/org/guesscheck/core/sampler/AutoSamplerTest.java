package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What auto takes, and that it says so; fixed seeds. */
class AutoSamplerTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    private static Posterior run(Network network, double eps, int threads) {
        return AutoSampler.of(PROBLEM, network)
                .eps(eps)
                .relativeError(0.1)
                .seed(4)
                .threads(threads)
                .run();
    }

    @Test
    void takesTheCheapestMethodAndSaysWhy() {
        assertEquals(RejectionSampler.NAME, method(Network.linear(5, 2), 0.2));
        assertEquals(ConditionalSampler.NAME, method(Network.linear(1000, 2).with(Activation.TANH), 0.02));
        assertEquals(SplittingSampler.NAME, method(Network.linear(5, 4).normalize(), 0.0035));
    }

    private static String method(Network network, double eps) {
        Posterior posterior = run(network, eps, 2);
        List<String> notes = posterior.diagnostics().notes();
        assertTrue(notes.getFirst().startsWith("auto took " + posterior.origin().sampler() + ": "), notes.toString());
        assertTrue(posterior.diagnostics().trustworthy());
        GeneralizationLoss loss =
                posterior.thresholds().getFirst().generalizationLoss().orElseThrow();
        assertTrue(loss.standardError() <= 0.1 * loss.mean());
        return posterior.origin().sampler();
    }

    /** With 600 measurements a draw of the conditional estimator takes a second, and its short run would take half an hour. */
    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void aShortRunThatWouldBeLongIsLeftOut() {
        Posterior posterior = AutoSampler.of(Problem.sensing(27, 27, 1, 600, 1), Network.linear(5, 2))
                .eps(0.5)
                .draws(20_000)
                .relativeError(0.1)
                .run();
        String reason = posterior.diagnostics().notes().getFirst();
        assertTrue(reason.startsWith("auto took rejection") && !reason.contains("conditional"), reason);
    }

    @Test
    void aChoiceDoesNotDependOnThreads() {
        Posterior one = run(Network.linear(5, 2).normalize(), 0.01, 1);
        Posterior three = run(Network.linear(5, 2).normalize(), 0.01, 3);
        assertEquals(one.origin().digest(), three.origin().digest());
        assertEquals(one.thresholds(), three.thresholds());
        assertEquals(one.diagnostics(), three.diagnostics());
    }

    @Test
    void rejectionStopsAtTheWantedError() {
        RejectionSampler sampler = RejectionSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.1)
                .draws(10_000_000)
                .relativeError(0.02)
                .seed(9);
        Posterior one = sampler.threads(1).run();
        Posterior two = sampler.threads(2).run();
        GeneralizationLoss loss =
                one.thresholds().getFirst().generalizationLoss().orElseThrow();
        assertTrue(loss.standardError() <= 0.02 * loss.mean() && one.origin().draws() < 10_000_000);
        assertEquals(one.origin().digest(), two.origin().digest());
        assertEquals(
                List.of("the mean reached the wanted relative error"),
                one.diagnostics().notes());
    }
}
