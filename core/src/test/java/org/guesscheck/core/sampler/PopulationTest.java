package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

class PopulationTest {
    @Test
    void drawingStopsWithinAChunk() {
        Question question = new Question(Problem.sensing(3, 3, 1, 4, 1), Network.linear(3, 2), 1, 1f, 1);
        Backend backend = Backends.named("scalar");
        ParticleKernel kernel = new ParticleKernel(question, backend.stages(question), 16, true);
        AtomicInteger shown = new AtomicInteger();
        Population population = new Population(kernel, 16, () -> shown.get() >= 2 * Question.LANES);
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
