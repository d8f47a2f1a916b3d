package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.junit.jupiter.api.Test;

/** Gradient descent on samples: what it reaches, and the determinism contract. */
class LearningDescentTest {
    private static final LearningProblem PROBLEM =
            LearningProblem.split(SyntheticSamples.mixture(6, 2, 3.0, 400, 3), 32, 7);

    private static LearningDescent descent() {
        return LearningDescent.of(PROBLEM, Perceptron.relu(12, 2).biases(0.5f)).samples(8, 32);
    }

    @Test
    void learnsWhatGeneralizes() {
        for (Optimizer optimizer : Optimizer.values()) {
            double rate = optimizer == Optimizer.GD ? 0.5 : 0.05;
            for (SampleLoss loss : SampleLoss.values()) {
                LearningDescentCurve curve = descent()
                        .runs(48)
                        .loss(loss)
                        .optimizer(optimizer, rate, 0)
                        .run();
                for (LearningDescentPoint point : curve.points()) {
                    assertEquals(48, point.runs());
                    assertTrue(point.reached() >= 44, () -> optimizer + " " + loss + " " + point);
                    assertTrue(point.epochs() > 0, () -> optimizer + " " + loss + " " + point);
                }
                double few = curve.points().getFirst().accuracy().orElseThrow().mean();
                double many = curve.points().getLast().accuracy().orElseThrow().mean();
                assertTrue(few > 0.55 && many > few + 0.05, () -> optimizer + " " + loss + " " + curve.points());
                // Clusters whose means are three standard deviations apart overlap.
                assertTrue(many > 0.7 && many < 0.98, () -> optimizer + " " + loss + " " + curve.points());
            }
        }
    }

    @Test
    void givesUpWhatCannotBeLearned() {
        LearningDescentCurve curve = LearningDescent.of(
                        LearningProblem.split(SyntheticSamples.parity(4, 4, 16, 1), 15, 3),
                        Perceptron.relu(2).with(Activation.LINEAR))
                .epochs(20)
                .run();
        assertEquals(0, curve.points().getFirst().reached());
        assertTrue(curve.points().getFirst().accuracy().isEmpty());
        assertTrue(Double.isNaN(curve.points().getFirst().epochs()));
    }

    @Test
    void everyBackendAndNumberOfThreadsGivesTheSameBits() {
        LearningDescent descent = descent().runs(24).epochs(8).optimizer(Optimizer.GD, 0.3, 0.5);
        LearningDescentCurve scalar = descent.backend("scalar").threads(1).run();
        for (String backend : List.of("vector-128", "vector-256", "vector-512")) {
            LearningDescentCurve other = descent.backend(backend).threads(3).run();
            assertEquals(scalar.digest(), other.digest(), backend);
            assertEquals(scalar.points(), other.points(), backend);
        }
        assertNotEquals(scalar.digest(), descent.seed(1).run().digest());
    }

    @Test
    void canBeCancelled() {
        assertThrows(
                CancellationException.class,
                () -> descent().cancelWhen(() -> true).run());
    }

    @Test
    void refusesWhatDoesNotFit() {
        LearningDescent descent = descent();
        assertThrows(IllegalArgumentException.class, () -> descent.samples(33));
        assertThrows(IllegalArgumentException.class, () -> descent.samples());
        assertThrows(IllegalArgumentException.class, () -> descent.runs(0));
        assertThrows(IllegalArgumentException.class, () -> descent.optimizer(Optimizer.ADAM, 0.1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> descent.optimizer(Optimizer.GD, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> LearningDescent.of(PROBLEM, Perceptron.relu(3)));
    }
}
