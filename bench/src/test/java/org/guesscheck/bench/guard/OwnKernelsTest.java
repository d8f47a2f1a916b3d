package org.guesscheck.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * C2 makes of this project's kernels the vectors that were written, and keeps them in registers. There are 32 of these at 512 bits and 16
 * elsewhere, for which the kernels were not made.
 */
class OwnKernelsTest {
    private static final String KERNELS = "org.guesscheck.core.kernel.vector.";

    @BeforeAll
    static void require() {
        GuardedSeed.requireObjdump();
        String widest = Backends.named("vector").name();
        assumeTrue(widest.equals("vector-512"), "this CPU or JVM has " + widest + " at most");
    }

    @Test
    void theLoopOfRejectionHasNoFault() throws IOException, InterruptedException {
        requireSound(
                List.of("draws/w5-d2", "draws/w5-d5-normalized"),
                List.of("VectorNormals::fill", "VectorBlock::sums", "VectorChain::rows", "VectorJudge::first"));
    }

    @Test
    void splittingAndDescentHaveNoFault() throws IOException, InterruptedException {
        requireSound(
                List.of("splitting/w5-d5-normalized", "epochs/w5-d2"),
                List.of("VectorMoves::crankNicolson", "VectorLaneTile::sums"));
    }

    private static void requireSound(List<String> cases, List<String> kernels)
            throws IOException, InterruptedException {
        GuardReport report = GuardedSeed.examined(OwnKernels.launch(cases), List.of(OwnKernels.METHODS));
        assertEquals(List.of(), report.faults(), () -> GuardText.of(report));
        for (String kernel : kernels) {
            assertTrue(
                    report.withVectors().stream().anyMatch(one -> one.name().equals(KERNELS + kernel)),
                    () -> kernel + " was not examined: " + report.withVectors());
        }
    }
}
