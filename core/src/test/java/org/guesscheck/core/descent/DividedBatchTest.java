package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

/** Runs of a batch that were computed apart are those of the batch. */
class DividedBatchTest {
    private static final Problem PROBLEM = Problem.sensing(3, 3, 1, 5, 2);

    private static GradientDescent run(int seed) {
        return GradientDescent.of(PROBLEM, Network.linear(4, 3)).epochs(20).seed(seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void partsFoldToOneBatch(int of) {
        List<GradientDescent> runs = DescentBatchTest.runs();
        DescentBatch batch = DescentBatch.of(runs).threads(2);
        Division<List<Descent>> division = batch.divided();
        Division<List<Descent>> elsewhere = DescentBatch.read(division.question())
                .backend("scalar")
                .threads(1)
                .divided();
        assertEquals(division.identity(), elsewhere.identity());
        assertEquals(Math.ceilDiv(runs.size(), 16), division.pieces());
        Folding<List<Descent>> folding = division.folding();
        for (int number = 1; number <= of; number++) {
            Division<List<Descent>> by = number % 2 == 0 ? division : elsewhere;
            folding.add(Part.read(
                    by.compute(Span.part(division.pieces(), number, of)).bytes()));
        }
        List<Descent> expected = batch.run();
        List<Descent> actual = folding.result();
        assertEquals(expected.size(), actual.size());
        double seconds = 0;
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).digest(), actual.get(i).digest());
            assertEquals(expected.get(i).end(), actual.get(i).end());
            assertEquals(expected.get(i).converged(), actual.get(i).converged());
            assertEquals(Descent.FIXED_ORDER, actual.get(i).execution().products());
            seconds += actual.get(i).execution().seconds();
        }
        double all = folding.provenance().seconds() * folding.provenance().threads();
        assertEquals(all, seconds, 1e-9 * all);
    }

    @Test
    void aDivergedRunIsAnOutcomeToo() {
        GradientDescent wild = run(1).optimizer(Optimizer.GD).learningRate(1e6).initScale(10);
        Division<List<Descent>> division = DescentBatch.of(List.of(wild)).divided();
        Folding<List<Descent>> folding = division.folding();
        folding.add(division.compute(Span.of(0, 1)));
        Descent alone = wild.run();
        assertTrue(!Double.isFinite(alone.end().trainLoss()));
        assertEquals(alone.end(), folding.result().getFirst().end());
        assertEquals(alone.digest(), folding.result().getFirst().digest());
    }

    @Test
    void foreignPartsAreRefused() {
        Folding<List<Descent>> folding =
                DescentBatch.of(List.of(run(5), run(6))).divided().folding();
        folding.add(DescentBatch.of(List.of(run(5), run(6))).divided().compute(Span.of(0, 1)));
        Part other = DescentBatch.of(List.of(run(5), run(7))).divided().compute(Span.of(1, 2));
        String sentence =
                assertThrows(PartException.class, () -> folding.add(other)).getMessage();
        assertTrue(sentence.startsWith("part of another question: runs sha256:"), sentence);
        Division<List<Descent>> one = DescentBatch.of(List.of(run(5))).divided();
        assertThrows(PartException.class, () -> one.compute(Span.of(0, 2)));
        assertThrows(PartException.class, () -> DescentEnsemble.read(one.question()));
        byte[] ensemble = DescentEnsemble.of(run(5)).divided().question();
        assertThrows(PartException.class, () -> DescentBatch.read(ensemble));
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        DescentBatch large = DescentBatch.of(List.of(GradientDescent.of(PROBLEM, Network.linear(3000, 3))));
        assertThrows(UnsupportedOperationException.class, large::divided);
        assertThrows(
                IllegalArgumentException.class, () -> DescentBatch.of(List.of()).divided());
    }
}
