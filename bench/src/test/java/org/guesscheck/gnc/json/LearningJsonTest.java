package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSplitting;
import org.junit.jupiter.api.Test;

/** Learning curves come back from JSON to the bit, also where something is unknown. */
class LearningJsonTest {
    private static final LearningProblem MOONS = LearningProblem.split(SyntheticSamples.moons(60, 0.2, 1), 5, 1);
    private static final LearningProblem PARITY = LearningProblem.split(SyntheticSamples.parity(6, 6, 64, 1), 20, 1);

    private static Fields text(ObjectNode node) {
        return new Fields("test", "", Json.parse(Json.line(node), "test"));
    }

    @Test
    void curvesComeBack() {
        List<LearningCurve> curves = List.of(
                LearningRejection.of(MOONS, Perceptron.relu(4, 2)).draws(2000).run(),
                // Nothing is accepted at the last numbers of samples.
                LearningRejection.of(PARITY, Perceptron.relu(1)).draws(100).run(),
                LearningSplitting.of(MOONS, Perceptron.relu(4, 2))
                        .particles(32)
                        .replicas(3)
                        .run(),
                LearningSplitting.of(PARITY, Perceptron.relu(1))
                        .particles(16)
                        .replicas(1)
                        .run());
        for (LearningCurve curve : curves) {
            assertEquals(curve, LearningJson.read(text(LearningJson.write(curve))));
        }
        assertTrue(curves.get(1).points().getLast().accuracy().isEmpty());
    }

    @Test
    void descentsComeBack() {
        LearningDescent descent = LearningDescent.of(MOONS, Perceptron.relu(4, 2))
                .samples(1, 5)
                .runs(17)
                .seed(3);
        LearningDescentCurve none =
                LearningDescent.of(PARITY, Perceptron.relu(1)).runs(2).epochs(1).run();
        for (LearningDescentCurve curve : List.of(descent.run(), none)) {
            assertEquals(curve, LearningJson.readDescent(text(LearningJson.write(curve))));
        }
        assertEquals(Optional.empty(), none.points().getFirst().accuracy());
    }
}
