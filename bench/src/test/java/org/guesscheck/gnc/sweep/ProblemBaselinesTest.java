package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.junit.jupiter.api.Test;

class ProblemBaselinesTest {
    private static final Network LINEAR = Network.linear(5, 2);

    @Test
    void aSmallProblemHasAll() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        BaselineLosses losses = ProblemBaselines.of(problem).at(LINEAR);
        double zero = problem.generalizationLoss(new double[25]);
        assertEquals(zero, losses.leastFrobeniusNorm(), 1e-12);
        assertEquals(0, losses.leastNuclearNorm(), 1e-9, "15 measurements of rank 1 are enough here");
        assertEquals(zero + 0.2, losses.infiniteWidth(), 1e-12);
        assertEquals("", ProblemBaselines.leftOut(new ProblemRecipe(5, 5, 1, false, 15)));
        BaselineLosses leaky = ProblemBaselines.of(problem).at(LINEAR.with(Activation.LEAKY_RELU));
        assertTrue(Double.isNaN(leaky.infiniteWidth()));
    }

    @Test
    void aLargeCompletionGoesWithoutTheNuclearNorm() {
        BaselineLosses losses =
                ProblemBaselines.of(Problem.completion(40, 50, 1, 900, 1)).at(LINEAR);
        assertTrue(Double.isNaN(losses.leastNuclearNorm()));
        assertTrue(losses.leastFrobeniusNorm() > 0 && losses.infiniteWidth() > 0);
        assertEquals(
                "The least nuclear norm is left out: 40 x 50 matrices have more than 1024 entries.",
                ProblemBaselines.leftOut(new ProblemRecipe(40, 50, 1, true, 900)));
    }

    @Test
    void aLargeSensingProblemGoesWithoutAny() {
        Problem problem = Problem.of(
                40,
                40,
                Measurements.of(new double[2][1600], new double[2]),
                Measurements.entries(1600, new int[] {3}, new double[1]));
        BaselineLosses losses = ProblemBaselines.of(problem).at(LINEAR);
        assertTrue(Double.isNaN(losses.leastFrobeniusNorm()));
        assertTrue(Double.isNaN(losses.leastNuclearNorm()));
        assertTrue(Double.isNaN(losses.infiniteWidth()));
        assertEquals(
                "Least norms and the limit of infinite width are left out: 40 x 40 matrices have more than 1024"
                        + " entries.",
                ProblemBaselines.leftOut(new ProblemRecipe(40, 40, 1, false, 2)));
    }
}
