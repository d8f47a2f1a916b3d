package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.posterior.LearningCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts of a learning curve that were computed apart fold to the curve of one run, in all of its numbers. */
class DividedLearningTest {
    private static final LearningProblem PROBLEM = LearningProblem.split(SyntheticSamples.moons(60, 0.1, 1), 8, 20, 1);
    private static final Perceptron NETWORK =
            Perceptron.relu(6, 2).with(Activation.TANH).biases(0.5f);

    /** Questions, small ones, with some pieces each. */
    enum Asked {
        REJECTION(LearningRejection.of(PROBLEM, NETWORK)
                .draws(100_001)
                .networks(40)
                .testedAt(0, 2, 8)),
        REJECTION_WITH_WEIGHTS(LearningRejection.of(PROBLEM, Perceptron.relu(24, 24, 2))
                .draws(40_000)
                .networks(40)
                .keep(7)),
        REJECTION_BY_WEIGHTS(LearningRejection.of(PROBLEM, NETWORK.with(Prior.UNIFORM))
                .draws(40_000)
                .testedAt(new int[0])),
        REJECTION_BELOW_A_LOSS(LearningRejection.of(PROBLEM.fitting(Fit.loss(SampleLoss.LOGISTIC, 0.6)), NETWORK)
                .draws(40_000)),
        SPLITTING(LearningSplitting.of(PROBLEM, NETWORK)
                .particles(32)
                .sweeps(3)
                .replicas(9)
                .testedAt(0, 4, 8)),
        SPLITTING_WITH_WEIGHTS(LearningSplitting.of(PROBLEM.fitting(Fit.margin(0.1)), NETWORK)
                .particles(32)
                .sweeps(3)
                .replicas(5)
                .keep(12)),
        SPLITTING_TO_AN_ERROR(LearningSplitting.of(PROBLEM, NETWORK)
                .particles(64)
                .sweeps(3)
                .replicas(200)
                .relativeError(0.06));

        private final LearningSampler<?> sampler;

        Asked(LearningSampler<?> sampler) {
            this.sampler = sampler.seed(3).threads(2);
        }
    }

    private static void assertSame(LearningCurve expected, LearningCurve actual) {
        assertEquals(expected.origin(), actual.origin());
        assertEquals(expected.prior(), actual.prior());
        assertEquals(expected.points(), actual.points());
        assertEquals(expected.diagnostics(), actual.diagnostics());
        AcceptedNetworks networks = expected.networks();
        AcceptedNetworks others = actual.networks();
        assertEquals(networks.count(), others.count());
        assertArrayEquals(networks.weights(), others.weights());
        assertArrayEquals(networks.groups(), others.groups());
        assertArrayEquals(networks.accuracies(), others.accuracies());
        for (int i = 0; i < networks.count(); i++) {
            for (int l = 0; l < networks.layers().get(i).size(); l++) {
                assertArrayEquals(
                        networks.layers().get(i).get(l), others.layers().get(i).get(l));
            }
        }
    }

    /** An engine's rounds: as many pieces as are wanted, a task for some of them, on divisions that were read from bytes. */
    @ParameterizedTest
    @EnumSource
    void partsFoldToOneRun(Asked asked) {
        LearningCurve whole = asked.sampler.run();
        for (int tasks : new int[] {1, 3}) {
            Division<LearningCurve> driver = asked.sampler.divided();
            Folding<LearningCurve> folding = driver.folding();
            byte[] question = driver.question();
            while (!folding.complete()) {
                long first = folding.folded();
                long count = folding.wanted() - first;
                for (int number = 1; number <= tasks; number++) {
                    Division<LearningCurve> elsewhere =
                            LearningSampler.division(question, 1, number % 2 == 0 ? "auto" : "scalar");
                    assertEquals(driver.identity(), elsewhere.identity());
                    Span span = Span.part(count, number, tasks);
                    Part part = elsewhere.compute(Span.of(first + span.first(), first + span.end()));
                    folding.add(Part.read(part.bytes()));
                }
            }
            assertSame(whole, folding.result());
        }
    }

    @Test
    void aWantedErrorEndsBeforeTheLastReplica() {
        LearningCurve whole = Asked.SPLITTING_TO_AN_ERROR.sampler.run();
        long replicas = ((Number) whole.diagnostics().values().get("replicas")).longValue();
        assertTrue(replicas > 8 && replicas < 200, "replicas: " + replicas);
    }

    @Test
    void aPilotRunTravelsWithItsQuestion() {
        Division<LearningCurve> division = Asked.SPLITTING.sampler.divided();
        int before = division.question().length;
        division.folding();
        assertTrue(division.question().length > before + 3 * Float.BYTES);
    }

    @Test
    void settingsTellQuestionsApart() {
        LearningSampler<?> sampler = Asked.SPLITTING.sampler;
        Part part = sampler.divided().compute(Span.of(0, 1));
        assertRefused("seed 3 instead of 4", part, sampler.seed(4));
        assertRefused("tested at [0, 4, 8] instead of [8]", part, sampler.testedAt(8));
        assertRefused("kept networks 0 instead of 2", part, sampler.keep(2));
        LearningProblem other = PROBLEM.fitting(Fit.margin(0.5));
        assertRefused(
                "layers [6, 2] instead of [7, 2]",
                part,
                LearningSplitting.of(PROBLEM, Perceptron.relu(7, 2).with(Activation.TANH))
                        .testedAt(0, 4, 8)
                        .seed(3));
        LearningSplitting same = LearningSplitting.of(other, NETWORK)
                .particles(32)
                .sweeps(3)
                .replicas(9)
                .testedAt(0, 4, 8)
                .seed(3);
        String problem = part.identity().settings().get("problem");
        assertRefused("problem " + problem + " instead of sha256:", part, same);
    }

    private static void assertRefused(String expected, Part part, LearningSampler<?> other) {
        Folding<LearningCurve> folding = other.divided().folding();
        folding.add(other.divided().compute(Span.of(0, 1)));
        String message =
                assertThrows(PartException.class, () -> folding.add(part)).getMessage();
        assertTrue(message.startsWith("part of another question: " + expected), message);
    }

    @Test
    void piecesThatThereAreNotAreRefused() {
        for (Asked asked : List.of(Asked.REJECTION, Asked.SPLITTING)) {
            Division<LearningCurve> division = asked.sampler.divided();
            long pieces = division.pieces();
            String message = assertThrows(PartException.class, () -> division.compute(Span.of(0, pieces + 1)))
                    .getMessage();
            assertEquals("pieces: 0 to " + pieces + "; 0 to " + (pieces - 1) + " is allowed", message);
        }
    }

    @Test
    void otherQuestionsAreNotRead() {
        byte[] other = QuestionBytes.begin("rejection").bytes();
        assertEquals(
                "a question for method rejection, which is no learning curve",
                assertThrows(PartException.class, () -> LearningSampler.division(other, 1, "auto"))
                        .getMessage());
    }
}
