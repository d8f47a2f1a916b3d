package org.guesscheck.gnc.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.json.ProblemJson;
import org.junit.jupiter.api.Test;

/**
 * Splitting against brute force by an independent program, which is not part of this project. Every comparison allows 4
 * combined standard errors, which chance exceeds in one of 16,000; there are 14 of them.
 */
class SplittingTruthTest {
    private static final int REPLICAS = 16;

    @Test
    void agreesWithBruteForce() {
        List<String> wrong = new ArrayList<>();
        for (TruthCase c : TruthFolder.cases()) {
            Posterior posterior = SplittingSampler.of(ProblemJson.read(c.problem()), c.network())
                    .eps(c.eps())
                    .replicas(REPLICAS)
                    .seed(1)
                    .run();
            ThresholdEstimate e = posterior.thresholds().getFirst();
            GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
            double error = posterior.diagnostics().values().get(SplittingSampler.PROBABILITY_ERROR);
            TruthCase.Answer p = c.probability();
            double ofP = new TruthCase.Answer(Math.log(p.value()), p.error() / p.value())
                    .distance(Math.log(e.probability()), error);
            double ofMean = c.loss().distance(loss.mean(), loss.standardError());
            if (!(ofP < 4 && ofMean < 4)) {
                wrong.add(String.format(
                        Locale.ROOT,
                        "%s: p %.4g (%.4g), %.2f errors away; mean %.5f (%.5f), %.2f errors away",
                        c.name(),
                        e.probability(),
                        p.value(),
                        ofP,
                        loss.mean(),
                        c.loss().value(),
                        ofMean));
            }
        }
        assertEquals(List.of(), wrong);
    }
}
