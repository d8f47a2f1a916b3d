package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.parts.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups of runs that were trained apart are those of one run. */
class DividedLearningDescentTest {
    private static final LearningDescent PLAIN = LearningDescent.of(
                    LearningProblem.split(SyntheticSamples.moons(60, 0.1, 1), 8, 20, 1), Perceptron.relu(6, 2))
            .samples(2, 5, 8)
            .runs(40)
            .epochs(30)
            .seed(3)
            .threads(2);

    static Stream<LearningDescent> descents() {
        return Stream.of(
                PLAIN,
                PLAIN.optimizer(Optimizer.GD, 0.2, 0.9).loss(SampleLoss.SQUARE).batch(3),
                PLAIN.optimizer(Optimizer.ADAM, 0.02, 0).loss(SampleLoss.HINGE).runs(1));
    }

    @ParameterizedTest
    @MethodSource("descents")
    void partsFoldToOneRun(LearningDescent descent) {
        LearningDescentCurve whole = descent.run();
        for (int of : new int[] {1, 2, 20}) {
            Division<LearningDescentCurve> driver = descent.divided();
            Division<LearningDescentCurve> elsewhere = LearningDescent.read(driver.question())
                    .backend("scalar")
                    .threads(1)
                    .divided();
            assertEquals(driver.identity(), elsewhere.identity());
            Folding<LearningDescentCurve> folding = driver.folding();
            for (int number = 1; number <= of; number++) {
                Span span = Span.part(folding.wanted(), number, of);
                Part part = (number % 2 == 0 ? driver : elsewhere).compute(span);
                folding.add(Part.read(part.bytes()));
            }
            LearningDescentCurve folded = folding.result();
            assertEquals(whole.points(), folded.points());
            assertEquals(whole.digest(), folded.digest());
        }
    }

    @Test
    void settingsTellQuestionsApart() {
        assertEquals(
                "seed 3 instead of 4",
                PLAIN.divided()
                        .identity()
                        .difference(PLAIN.seed(4).divided().identity())
                        .orElseThrow());
        assertNotEquals(PLAIN.divided().identity(), PLAIN.epochs(31).divided().identity());
        assertNotEquals(
                PLAIN.divided().identity(),
                PLAIN.loss(SampleLoss.HINGE).divided().identity());
    }

    @Test
    void whatIsNoneIsRefused() {
        Division<LearningDescentCurve> division = PLAIN.divided();
        assertEquals(
                "pieces: 0 to 9; 0 to 8 is allowed",
                assertThrows(PartException.class, () -> division.compute(Span.of(0, 10)))
                        .getMessage());
        byte[] other = QuestionBytes.begin("descent").bytes();
        assertEquals(
                "a question for method descent, which is no gradient descent on samples",
                assertThrows(PartException.class, () -> LearningDescent.read(other))
                        .getMessage());
        byte[] cut = QuestionBytes.begin(LearningDescent.NAME).bytes();
        assertTrue(assertThrows(PartException.class, () -> LearningDescent.read(cut))
                .getMessage()
                .startsWith("damaged"));
    }
}
