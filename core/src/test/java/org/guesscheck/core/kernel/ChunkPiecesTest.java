package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chunk in pieces is the chunk, and a run can end between them. */
class ChunkPiecesTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector-128", "vector-256", "vector-512"})
    void piecesReportWhatTheWholeDoes(String backend) {
        for (Network network : List.of(Network.linear(5, 2), Network.linear(200, 2), Network.linear(5, 4))) {
            Question question = new Question(PROBLEM, network, 3, 0.05f, 8);
            ChunkReport whole = new ChunkReport();
            ChunkReport pieces = new ChunkReport();
            ChunkKernel kernel = Backends.named(backend).kernel(question);
            kernel.evaluate(4, 40, whole);
            kernel.evaluate(3, 7, pieces);
            kernel.evaluate(4, 0, 1, pieces);
            kernel.evaluate(4, 1, 18, pieces);
            kernel.evaluate(4, 18, 40, pieces);
            assertTrue(whole.count > 5, "a test of little");
            assertEquals(whole.count, pieces.count);
            assertArrayEquals(Arrays.copyOf(whole.group, whole.count), Arrays.copyOf(pieces.group, pieces.count));
            int losses = Question.LANES * whole.count;
            assertArrayEquals(Arrays.copyOf(whole.trainLoss, losses), Arrays.copyOf(pieces.trainLoss, losses));
            assertArrayEquals(
                    Arrays.copyOf(whole.generalizationLoss, losses), Arrays.copyOf(pieces.generalizationLoss, losses));
        }
    }

    /** The first chunk alone has 1.6e9 weights. */
    @Test
    void aRunOfWideNetworksEndsWithinAChunk() {
        AtomicInteger asked = new AtomicInteger();
        RejectionSampler sampler = RejectionSampler.of(PROBLEM, Network.linear(20_000, 2))
                .draws(Question.CHUNK)
                .threads(1)
                .backend("scalar")
                .cancelWhen(() -> asked.incrementAndGet() > 2);
        assertThrows(CancellationException.class, sampler::run);
        assertEquals(3, asked.get());
    }
}
