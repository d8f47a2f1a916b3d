package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guesscheck.core.kernel.scalar.ScalarBackend;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Products of sizes that fit no int, and some that fit no long. */
class KernelSizesTest {
    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void measurementsThatFitNoArrayAreRefusedBeforeWork() {
        Problem problem = Problem.completion(3000, 3000, 1, 1000, 1);
        String message = refused(() -> new Question(problem, Network.linear(5, 2), 1, 0.1f, 64));
        assertTrue(
                message.startsWith("train.measurements: 1000 of 3000 x 3000 entries are 9000000000 numbers"), message);
    }

    @Test
    void weightsThatFitNoLongAreRefused() {
        Network network = Network.linear(Integer.MAX_VALUE, Integer.MAX_VALUE);
        String message = refused(() -> WeightLayout.of(5, 5, network));
        assertTrue(message.endsWith("weights; below 2^31 is allowed"), message);
        assertEquals(50, WeightLayout.of(5, 5, Network.linear(5, 2)).vectors());
        assertEquals(76, WeightLayout.of(5, 5, Network.linear(5, 3)).vectors());
    }

    @Test
    void covariancesThatFitNoArrayAreRefused() {
        Measurements one = Measurements.entries(12_000, new int[] {7}, new double[] {1});
        Question question = new Question(Problem.of(12_000, 1, one, one), Network.linear(5, 2), 1, 0.1f, 1);
        String message = refused(() -> new GramKernel(question, new ScalarBackend().stages(question)));
        assertTrue(message.startsWith("rows: 12000; at most 11585 are allowed"), message);
    }
}
