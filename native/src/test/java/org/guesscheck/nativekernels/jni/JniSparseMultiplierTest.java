package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparse products have the bits of plain Java on every tier, whatever the number of threads. */
class JniSparseMultiplierTest {
    /** Rows, columns, length: tails of tiles, strips, parts and blocks, and one of each alone. */
    private static final int[][] SIZES = {{1, 1, 1}, {3, 200, 63}, {1100, 7, 65}, {33, 97, 300}, {64, 64, 128}};

    static List<Tier> tiers() {
        return Library.get().tiers().stream().filter(Tier::runsHere).toList();
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void bitsAreThoseOfPlainJava(Tier tier) {
        for (int[] size : SIZES) {
            for (double share : new double[] {0.02, 0.5, 1}) {
                SparseMatrix places = places(size[0], size[1], share);
                SparseMultiplier plain = Multipliers.sparse(true).of(places, size[2], 1);
                for (int threads = 1; threads <= 3; threads++) {
                    same(plain, new JniSparseMultiplier(tier, places, size[2], threads), places, size[2]);
                }
            }
        }
    }

    private static void same(SparseMultiplier expected, SparseMultiplier actual, SparseMatrix places, int length) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment a = random(arena, places.rows() * length, 1);
            MemorySegment b = random(arena, places.cols() * length, 2);
            MemorySegment values = random(arena, places.count(), 3);
            assertArrayEquals(sampled(expected, a, b, places), sampled(actual, a, b, places));
            assertArrayEquals(
                    multiplied(expected, values, b, places.rows() * length),
                    multiplied(actual, values, b, places.rows() * length));
        }
    }

    private static float[] sampled(SparseMultiplier products, MemorySegment a, MemorySegment b, SparseMatrix places) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment values = random(arena, places.count(), 4);
            products.sample(a, b, values);
            return values.toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    private static float[] multiplied(SparseMultiplier products, MemorySegment values, MemorySegment b, int count) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment c = random(arena, count, 5);
            products.multiply(values, b, c);
            return c.toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void operandsThatAreTooShortOrOnTheHeapAreRefusedBeforeTheCall(Tier tier) {
        SparseMatrix places = SparseMatrix.of(2, 3, new int[] {0, 4});
        SparseMultiplier products = new JniSparseMultiplier(tier, places, 2, 1);
        try (Arena arena = Arena.ofShared()) {
            MemorySegment four = random(arena, 4, 1);
            MemorySegment six = random(arena, 6, 1);
            MemorySegment two = random(arena, 2, 1);
            MemorySegment heap = MemorySegment.ofArray(new float[6]);
            products.sample(four, six, two);
            products.multiply(two, six, four);
            for (MemorySegment bad : new MemorySegment[] {random(arena, 1, 1), heap, null}) {
                refused(() -> products.sample(bad, six, two));
                refused(() -> products.sample(four, bad, two));
                refused(() -> products.sample(four, six, bad));
                refused(() -> products.multiply(bad, six, four));
                refused(() -> products.multiply(two, bad, four));
                refused(() -> products.multiply(two, six, bad));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void memoryThatIsFreedIsRefused(Tier tier) {
        SparseMultiplier products = new JniSparseMultiplier(tier, SparseMatrix.of(1, 1, new int[] {0}), 1, 1);
        Arena arena = Arena.ofShared();
        MemorySegment one = random(arena, 1, 1);
        arena.close();
        assertThrows(IllegalStateException.class, () -> products.sample(one, one, one));
        assertThrows(IllegalStateException.class, () -> products.multiply(one, one, one));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void theyAreFound(Tier tier) {
        String name = Multipliers.sparse(false)
                .of(SparseMatrix.of(1, 1, new int[] {0}), 1, 1)
                .name();
        assertEquals("jni-" + JniProvider.best(Library.get()).name(), name, tier.name());
    }

    private static void refused(Runnable call) {
        RuntimeException e = assertThrows(RuntimeException.class, call::run);
        boolean expected = e instanceof IllegalArgumentException || e instanceof NullPointerException;
        assertEquals(true, expected, e::toString);
    }

    private static SparseMatrix places(int rows, int cols, double share) {
        SplittableRandom random = new SplittableRandom(7);
        return SparseMatrix.of(
                rows,
                cols,
                IntStream.range(0, rows * cols)
                        .filter(i -> random.nextDouble() < share)
                        .toArray());
    }

    private static MemorySegment random(Arena arena, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemorySegment segment = arena.allocate(ValueLayout.JAVA_FLOAT, count);
        for (int e = 0; e < count; e++) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, e, random.nextFloat(-1, 1));
        }
        return segment;
    }
}
