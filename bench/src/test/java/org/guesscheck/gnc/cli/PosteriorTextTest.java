package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.junit.jupiter.api.Test;

class PosteriorTextTest {
    private static final double UNKNOWN = Double.NaN;

    private static String text(String sampler, double error, double accepted, double low) {
        GeneralizationLoss loss = new GeneralizationLoss(0.1, error, new Interval(low, 0.2), new TreeMap<>());
        return PosteriorText.text(new Posterior(
                new Origin(sampler, 1, 4096, "digest"),
                new Execution("scalar", 1, 1),
                new PriorMean(0.3, error, 4096),
                List.of(new ThresholdEstimate(0.02, accepted, 0.5, new Interval(low, 0.6), Optional.of(loss))),
                List.of(),
                new Diagnostics.Builder().build()));
    }

    @Test
    void aNumberAboveTheDrawsIsNoCount() {
        assertTrue(text("conditional", 0.01, 49_247, 0.05).contains(": effectively 49247 accepted, "));
        assertTrue(text("splitting", 0.01, 49_247, 0.05).contains(": effectively 49247 accepted, "));
        assertTrue(text("rejection", 0.01, 321, 0.05).contains(": 321 accepted, "));
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        String text = text("splitting", UNKNOWN, UNKNOWN, UNKNOWN);
        assertFalse(text.contains("NaN"), text);
        assertTrue(text.contains("prior: generalization loss 0.30000 (error unknown)"), text);
        assertTrue(
                text.contains("accepted unknown, probability 0.5000 (error unknown), generalization loss 0.10000 (error"
                        + " unknown)"),
                text);
        assertTrue(text("rejection", 0.01, 5, 0.05)
                .contains("5 accepted, probability 0.5000 (0.05000 to 0.6000), generalization loss 0.10000 +- 0.010"
                        + " (0.050000 to 0.20000)"));
    }
}
