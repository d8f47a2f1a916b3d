package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

/** Small square factors, which go through registers in one piece, and verdicts after three residuals and after five. */
class SmallFactorsTest {
    /** An odd number of groups, so that one is judged alone; only the first is reported for the prior's sake. */
    private static final int GROUPS = 11;

    private static List<Question> questions() {
        List<Question> all = new ArrayList<>();
        for (int rows : new int[] {1, 2, 3, 5, 7}) {
            for (int cols = rows == 1 ? 2 : 1; cols <= 5; cols++) {
                int measurements = Math.max(1, rows * cols * 2 / 3);
                Problem problem = Problem.completion(rows, cols, 1, measurements, 5);
                Network network = Network.linear(cols, 2 + (rows + cols) % 3);
                float small = 0.09f / measurements;
                all.add(new Question(problem, network.normalize(), rows, small, 64));
                all.add(new Question(problem, rows % 2 == 0 ? network : network.normalize(), rows, 0.3f, 64));
            }
        }
        return all;
    }

    private static ChunkReport report(Question question, String backend) {
        ChunkReport report = new ChunkReport();
        Backends.named(backend).kernel(question).evaluate(0, GROUPS, report);
        return report;
    }

    @Test
    void everyBackendReportsTheScalarGroups() {
        List<String> others = new ArrayList<>(TiersSameBitsTest.tiers());
        others.addAll(List.of("vector-128", "vector-256", "vector-512"));
        int passed = 0;
        int rejected = 0;
        for (Question question : questions()) {
            ChunkReport scalar = report(question, "scalar");
            passed += scalar.count - 1;
            rejected += GROUPS - scalar.count;
            for (String backend : others) {
                ChunkReport other = report(question, backend);
                String where = backend + ", " + question.rows() + " x " + question.cols();
                assertEquals(scalar.count, other.count, where);
                int losses = scalar.count * Question.LANES;
                assertArrayEquals(first(scalar.group, scalar.count), first(other.group, scalar.count), where);
                assertArrayEquals(first(scalar.trainLoss, losses), first(other.trainLoss, losses), where);
                assertArrayEquals(
                        first(scalar.generalizationLoss, losses), first(other.generalizationLoss, losses), where);
            }
        }
        assertTrue(passed > 50 && rejected > 50, passed + " groups passed and " + rejected + " were rejected");
    }

    private static int[] first(int[] numbers, int count) {
        return Arrays.copyOf(numbers, count);
    }

    /** Bits, so that zeros of either sign are told apart. */
    private static int[] first(float[] numbers, int count) {
        int[] bits = new int[count];
        for (int i = 0; i < count; i++) {
            bits[i] = Float.floatToRawIntBits(numbers[i]);
        }
        return bits;
    }
}
