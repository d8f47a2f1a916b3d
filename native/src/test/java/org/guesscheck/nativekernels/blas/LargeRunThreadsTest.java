package org.guesscheck.nativekernels.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

/** The library has one thread of its own; gradient descent runs on one beside other workers, and on all in a run of its own. */
class LargeRunThreadsTest {
    private static final GradientDescent LARGE = GradientDescent.of(
                    Problem.completion(300, 250, 2, 30_000, 4), Network.linear(250, 2))
            .learningRate(0.05)
            .initScale(0.1)
            .epochs(2);

    @Test
    void aRunAmongWorkersHasOneThread() {
        Descent descent = LARGE.run();
        assertTrue(
                descent.execution().products().contains("threads 1;"),
                descent.execution().products());
        assertEquals(1, OpenBlas.get().threads());
    }

    @Test
    void aRunOfItsOwnHasTheThreadsThatItAsksFor() {
        Descent descent = LARGE.threads(2).run();
        assertTrue(
                descent.execution().products().contains("threads 2;"),
                descent.execution().products());
        assertEquals(1, OpenBlas.get().threads());
    }
}
