package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Perceptron;
import org.junit.jupiter.api.Test;

/** What learning curves say of their settings: all that changes the result, and nothing else. */
class LearningSettingsTest {
    private static final LearningProblem PROBLEM = LearningProblem.split(SyntheticSamples.moons(12, 0.1, 1), 4, 1);
    private static final Perceptron NETWORK = Perceptron.relu(3, 2);

    private static void requireOthers(Map<String, Object> settings, List<Map<String, Object>> changed) {
        changed.forEach(other -> {
            assertEquals(List.copyOf(settings.keySet()), List.copyOf(other.keySet()));
            assertNotEquals(settings, other);
            long same = settings.keySet().stream()
                    .filter(name -> settings.get(name).equals(other.get(name)))
                    .count();
            assertEquals(settings.size() - 1, same, other.toString());
        });
    }

    @Test
    void rejectionNamesItsSettings() {
        LearningRejection sampler = LearningRejection.of(PROBLEM, NETWORK);
        assertEquals(
                "{testedAt=[1, 2, 4], sampler=rejection, draws=10000000, networks=1000, byWeights=false}",
                sampler.settings().toString());
        requireOthers(
                sampler.settings(),
                List.of(
                        sampler.testedAt(4).settings(),
                        sampler.draws(5).settings(),
                        sampler.networks(5).settings(),
                        sampler.byWeights(true).settings()));
        assertEquals(
                sampler.settings(), sampler.seed(7).threads(3).backend("scalar").settings());
    }

    @Test
    void splittingNamesItsSettings() {
        LearningSplitting sampler = LearningSplitting.of(PROBLEM, NETWORK);
        assertEquals(
                "{testedAt=[1, 2, 4], sampler=splitting, particles=1024, sweeps=6, replicas=16, relativeError=0.0}",
                sampler.settings().toString());
        requireOthers(
                sampler.settings(),
                List.of(
                        sampler.testedAt(4).settings(),
                        sampler.particles(16).settings(),
                        sampler.sweeps(5).settings(),
                        sampler.replicas(5).settings(),
                        sampler.relativeError(0.5).settings()));
    }

    @Test
    void descentNamesItsSettings() {
        LearningDescent descent = LearningDescent.of(PROBLEM, NETWORK);
        assertEquals(
                "{samples=[4], runs=64, loss=logistic, optimizer=gd, learningRate=0.5, momentum=0.0, batch=16,"
                        + " epochs=1000}",
                descent.settings().toString());
        requireOthers(
                descent.settings(),
                List.of(
                        descent.samples(3).settings(),
                        descent.runs(5).settings(),
                        descent.loss(SampleLoss.SQUARE).settings(),
                        descent.optimizer(Optimizer.ADAM, 0.5, 0).settings(),
                        descent.optimizer(Optimizer.GD, 0.4, 0).settings(),
                        descent.optimizer(Optimizer.GD, 0.5, 0.1).settings(),
                        descent.batch(5).settings(),
                        descent.epochs(5).settings()));
    }
}
