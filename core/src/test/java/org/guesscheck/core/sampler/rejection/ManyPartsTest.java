package org.guesscheck.core.sampler.rejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.work.SamplingGoal;
import org.guesscheck.core.sampler.work.Thresholds;
import org.junit.jupiter.api.Test;

/**
 * What a driver does with the parts of 1e13 draws from a thousand machines, which are simulated: parts of ten accepted draws each. The
 * property {@code guesscheck.parts} sets how many parts, 20,000 if it is not there, and prints rate and memory if it is.
 */
class ManyPartsTest {
    private static final String PARTS = "guesscheck.parts";
    private static final int ACCEPTED = 10;
    private static final Identity IDENTITY = new Identity(Map.of(Identity.METHOD, RejectionRun.NAME));
    private static final RejectionSetup SETUP =
            new RejectionSetup(new SamplingGoal(Thresholds.of(0.02, 0.01), 10_000_000_000_000L, 0, 1), "", 64);

    /** Heap that stays within this bound while parts come. */
    private static final long MOST_BYTES = 16L << 20;

    private static byte[] part(Span span, Random random) {
        ClaimResult claim = new ClaimResult();
        RejectionResults results = new RejectionResults(SETUP, span.first());
        for (long piece = span.first(); piece < span.end(); piece++) {
            claim.clear();
            claim.draws = SETUP.draws(piece, piece + 1);
            if (piece < span.first() + ACCEPTED) {
                long draw = SETUP.draws(0, piece) + random.nextInt(1000);
                claim.accept(draw, 0.02f * random.nextFloat(), random.nextFloat());
            }
            for (int i = 0; i < 8; i++) {
                claim.priorSums.add(random.nextFloat());
            }
            results.add(claim);
        }
        PartOutput shared = new PartOutput();
        SETUP.write(shared);
        Provenance by = new Provenance("executor-" + random.nextInt(1000), "vector-512", 1, 30);
        return Part.of(IDENTITY, span, by, shared, results.bytes()).bytes();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void memoryStaysBounded() {
        int parts = Integer.getInteger(PARTS, 20_000);
        Random random = new Random(1);
        Folding<Posterior> folding = new Folding<>(
                RejectionFold.of(Part.read(part(Span.of(0, 0), random)).shared()));
        long nanos = 0;
        long bytes = 0;
        long before = 0;
        for (int number = 1; number <= parts; number++) {
            byte[] part = part(Span.part(SETUP.claims(), number, parts), random);
            bytes += part.length;
            long start = System.nanoTime();
            folding.add(Part.read(part));
            nanos += System.nanoTime() - start;
            if (number == parts / 10) {
                before = used();
            }
        }
        long more = used() - before;
        Posterior posterior = folding.result();
        assertEquals(SETUP.goal().draws(), posterior.origin().draws());
        assertEquals(
                (double) ACCEPTED * parts, posterior.thresholds().getFirst().accepted());
        assertEquals(30.0 * parts, posterior.execution().seconds());
        assertTrue(more < MOST_BYTES, more + " bytes more after all parts than after a tenth of them");
        if (System.getProperty(PARTS) != null) {
            System.out.printf(
                    "%d parts, %d bytes each: %.0f parts/s, %d bytes more after all than after a tenth%n",
                    parts, bytes / parts, parts / (nanos * 1e-9), more);
        }
    }
}
