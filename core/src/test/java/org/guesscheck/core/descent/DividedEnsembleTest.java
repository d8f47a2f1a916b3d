package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that were computed apart fold to the outcome of one ensemble. */
class DividedEnsembleTest {
    private static final Problem PROBLEM = Problem.sensing(3, 3, 1, 5, 2);

    /** Of its runs some reach the loss, some use up their epochs, and some diverge. */
    private static DescentEnsemble ensemble(long seed) {
        return DescentEnsemble.of(
                        GradientDescent.of(PROBLEM, Network.linear(4, 3).with(Activation.LEAKY_RELU))
                                .optimizer(Optimizer.GD)
                                .learningRate(0.9)
                                .initScale(2.2)
                                .epochs(60)
                                .batch(2)
                                .stopBelow(0.01)
                                .seed(seed))
                .runs(60);
    }

    private static void assertSame(EnsembleOutcome expected, EnsembleOutcome actual) {
        assertEquals(expected.runs(), actual.runs());
        assertEquals(expected.digest(), actual.digest());
        assertEquals(expected.reached(), actual.reached());
        assertEquals(expected.diverged(), actual.diverged());
        assertArrayEquals(expected.meanPredicted(), actual.meanPredicted());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void partsFoldToOneEnsemble(int of) {
        EnsembleOutcome whole = ensemble(5).run();
        assertTrue(whole.reached() > 0 && whole.diverged() > 0 && whole.reached() + whole.diverged() < 60);
        Division<EnsembleOutcome> division = ensemble(5).divided();
        Division<EnsembleOutcome> elsewhere = DescentEnsemble.read(division.question())
                .backend("scalar")
                .threads(1)
                .divided();
        assertEquals(division.identity(), elsewhere.identity());
        Folding<EnsembleOutcome> folding = null;
        for (int number = 1; number <= of; number++) {
            Division<EnsembleOutcome> by = number % 2 == 0 ? division : elsewhere;
            Part part = Part.read(
                    by.compute(Span.part(division.pieces(), number, of)).bytes());
            folding = folding == null ? DescentEnsemble.folding(part) : folding;
            folding.add(part);
        }
        assertSame(whole, folding.result());
    }

    @Test
    void foreignPartsAreRefused() {
        Folding<EnsembleOutcome> folding = ensemble(5).divided().folding();
        folding.add(ensemble(5).divided().compute(Span.of(0, 1)));
        Part other = ensemble(6).divided().compute(Span.of(1, 2));
        assertEquals(
                "part of another question: seed 6 instead of 5",
                assertThrows(PartException.class, () -> folding.add(other)).getMessage());
        assertThrows(PartException.class, () -> ensemble(5).divided().compute(Span.of(0, 61)));
    }

    /** The last bits of large runs depend on who multiplies. */
    @Test
    void largeRunsAreNotDivided() {
        DescentEnsemble large = DescentEnsemble.of(GradientDescent.of(PROBLEM, Network.linear(3000, 3)));
        assertThrows(UnsupportedOperationException.class, large::divided);
    }
}
