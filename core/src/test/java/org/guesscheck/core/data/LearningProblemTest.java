package org.guesscheck.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LearningProblemTest {
    private static final Samples THREE = Samples.of(2, new float[] {1, 2, 3, 4, 5, 6}, new int[] {0, 4, 1});

    private static Samples numbered(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return Samples.of(1, values, IntStream.range(0, count).map(i -> i % 3).toArray());
    }

    private static int[] numbers(Samples samples) {
        return IntStream.range(0, samples.count())
                .map(i -> (int) samples.feature(i, 0))
                .toArray();
    }

    private static void refuses(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aSplitHasEverySampleOnce() {
        LearningProblem problem = LearningProblem.split(numbered(50), 20, 3);
        assertEquals(20, problem.train().count());
        assertEquals(3, problem.classes());
        assertEquals(1, problem.features());
        assertArrayEquals(
                IntStream.range(0, 50).toArray(),
                IntStream.concat(IntStream.of(numbers(problem.train())), IntStream.of(numbers(problem.test())))
                        .sorted()
                        .toArray());
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    (int) problem.train().feature(i, 0) % 3, problem.train().label(i));
        }
    }

    @Test
    void classesTakeTurns() {
        Samples all = numbered(50);
        int[] order = numbers(LearningProblem.split(all, 49, 1, 3).train());
        LearningProblem problem = LearningProblem.balanced(all, 13, 20, 3);
        int[] train = numbers(problem.train());
        int[] counts = new int[3];
        for (int i = 0; i < 13; i++) {
            assertEquals(train[i] % 3, problem.train().label(i));
            assertEquals(train[i % 3] % 3, train[i] % 3, "the same turns in every round");
            int label = train[i] % 3;
            int rank = counts[label]++;
            int expected = IntStream.of(order)
                    .filter(n -> n % 3 == label)
                    .skip(rank)
                    .findFirst()
                    .orElseThrow();
            assertEquals(expected, train[i], "the next one of its class in the random order");
        }
        assertEquals(order[0], train[0]);
        int[] rest = IntStream.of(order)
                .filter(n -> IntStream.of(train).noneMatch(t -> t == n))
                .limit(20)
                .toArray();
        assertArrayEquals(rest, numbers(problem.test()));
        assertArrayEquals(
                IntStream.of(train).limit(4).toArray(),
                numbers(LearningProblem.balanced(all, 4, 1, 3).train()));
    }

    @Test
    void aClassThatIsTooSmallIsNamed() {
        Samples rare = Samples.of(1, new float[] {1, 2, 3, 4, 5, 6, 7}, new int[] {0, 0, 0, 0, 0, 1, 1});
        for (int seed = 1; seed <= 8; seed++) {
            LearningProblem most = LearningProblem.balanced(rare, 4, 3, seed);
            assertEquals(2, IntStream.of(most.train().labels()).sum());
            int allowed = most.train().label(0) == 1 ? 4 : 5;
            int turns = seed;
            refuses(
                    "train: 6; at most " + allowed + " is allowed where classes take turns, since there are no more"
                            + " samples of class 1",
                    () -> LearningProblem.balanced(rare, 6, 1, turns));
        }
    }

    @Test
    void smallerSplitsBeginLargerOnes() {
        Samples all = numbered(50);
        int[] train = numbers(LearningProblem.split(all, 20, 3).train());
        int[] test = numbers(LearningProblem.split(all, 20, 3).test());
        LearningProblem bounded = LearningProblem.split(all, 20, 7, 3);
        assertArrayEquals(train, numbers(bounded.train()));
        assertArrayEquals(IntStream.of(test).limit(7).toArray(), numbers(bounded.test()));
        assertArrayEquals(
                IntStream.of(train).limit(5).toArray(),
                numbers(LearningProblem.split(all, 5, 3).train()));
    }

    /** Pinned, as a program in Python has it too: a division belongs to its seed for good. */
    @Test
    void aSplitIsThatOfItsSeed() {
        assertArrayEquals(
                new int[] {6, 2, 1, 0, 7, 4},
                numbers(LearningProblem.split(numbered(10), 6, 3).train()));
    }

    /**
     * All 24 orders of 4 samples with 24,000 seeds: the chi-square statistic has 23 degrees of freedom and exceeds 58.6 with probability
     * 6e-5.
     */
    @Test
    void everyOrderIsEquallyProbable() {
        Samples four = numbered(4);
        int[] counts = new int[256];
        for (int seed = 0; seed < 24_000; seed++) {
            int[] order = numbers(LearningProblem.split(four, 3, seed).train());
            counts[16 * order[0] + 4 * order[1] + order[2]]++;
        }
        int[] seen = IntStream.of(counts).filter(n -> n > 0).toArray();
        assertEquals(24, seen.length);
        double statistic = IntStream.of(seen)
                .mapToDouble(n -> (n - 1000.) * (n - 1000.) / 1000)
                .sum();
        assertTrue(statistic < 58.6, "chi-square " + statistic);
    }

    @Test
    void badProblemsAreRefused() {
        Samples one = Samples.of(1, new float[] {1}, new int[] {0});
        Samples zeros = Samples.of(1, new float[] {1, 2}, new int[2]);
        refuses(
                "test: 1 features; 2 are needed, as the training samples have",
                () -> LearningProblem.of(THREE, one, 5));
        refuses("classes: 1; at least 2 is allowed", () -> LearningProblem.of(one, one, 1));
        refuses("train: label 4; 0 to 3 is allowed with 4 classes", () -> LearningProblem.of(THREE, THREE, 4));
        refuses(
                "test: label 4; 0 to 3 is allowed with 4 classes",
                () -> LearningProblem.of(THREE.select(0), THREE.select(1), 4));
        refuses("classes: 1; at least 2 is allowed", () -> LearningProblem.split(zeros, 1, 1));
        refuses(
                "all: one sample; at least two are needed, one of them for the test",
                () -> LearningProblem.split(one, 1, 1));
        for (int train : new int[] {0, 3}) {
            refuses(
                    "train: " + train + "; 1 to 2 is allowed, since one of 3 samples must be left for the test",
                    () -> LearningProblem.split(THREE, train, 1));
        }
        for (int test : new int[] {0, 3}) {
            refuses(
                    "test: " + test + "; 1 to 2 is allowed, since 1 of 3 samples are for training",
                    () -> LearningProblem.split(THREE, 1, test, 1));
        }
    }
}
