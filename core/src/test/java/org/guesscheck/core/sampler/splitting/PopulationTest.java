package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static Population population(BooleanSupplier cancelled) {
        Question question = new Question(Problem.sensing(3, 3, 1, 4, 1), Network.linear(3, 2), 1, 1f, 1);
        Backend backend = Backends.named("scalar");
        return new Population(
                new ParticleKernel(question, backend.stages(question), 16, true), 16, cancelled, evaluated -> {});
    }

    @Test
    void lineagesBeginAnewAndAncestorsDoNot() {
        Population population = population(() -> false);
        population.start(1, 0);
        population.draw(64, Float.POSITIVE_INFINITY, (train, test) -> {});
        float[] sorted = population.trainLoss().clone();
        Arrays.sort(sorted);
        population.resample(sorted[8]);
        assertEquals(8, population.distinctAncestors());
        assertEquals(8, population.distinctLineages());
        population.beginLineages();
        assertEquals(8, population.distinctAncestors());
        assertEquals(16, population.distinctLineages());
        population.resample(sorted[2]);
        // The two survivors' copies from before are lineages of their own.
        assertEquals(2, population.distinctAncestors());
        assertEquals(4, population.distinctLineages());
    }

    @Test
    void drawingStopsWithinAChunk() {
        AtomicInteger shown = new AtomicInteger();
        Population population = population(() -> shown.get() >= 2 * Question.LANES);
        population.start(1, 0);
        assertThrows(
                CancellationException.class,
                () -> population.draw(Question.CHUNK, (train, test) -> {
                    shown.incrementAndGet();
                    return -1;
                }));
        assertEquals(2 * Question.LANES, shown.get());
    }
}
