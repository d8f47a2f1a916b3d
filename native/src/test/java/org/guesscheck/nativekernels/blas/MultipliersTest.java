package org.guesscheck.nativekernels.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.Multipliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All products against sums in double precision, with sizes that force tails. */
class MultipliersTest {
    private static final int[][] SIZES = {
        {1, 1, 1}, {6, 32, 256}, {7, 33, 257}, {97, 65, 300}, {5, 200, 3}, {131, 129, 190}, {129, 151, 190}
    };

    @ParameterizedTest
    @ValueSource(strings = {"openblas", "vector", "scalar"})
    void multipliesEveryShapeInEveryLayout(String name) {
        Multiplier products = Multipliers.named(name, 3);
        for (int[] size : SIZES) {
            for (int layout = 0; layout < 4; layout++) {
                check(products, (layout & 1) != 0, (layout & 2) != 0, size[0], size[1], size[2]);
            }
        }
    }

    private static void check(Multiplier products, boolean ta, boolean tb, int m, int n, int k) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment a = random(arena, m * k, 1);
            MemorySegment b = random(arena, k * n, 2);
            MemorySegment c = random(arena, m * n, 3);
            products.multiply(new GemmShape(ta, tb, m, n, k), a, b, c);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int r = 0; r < k; r++) {
                        sum += (double) at(a, ta ? r * m + i : i * k + r) * at(b, tb ? j * k + r : r * n + j);
                    }
                    assertEquals(sum, at(c, i * n + j), bound(k), m + " x " + n + " x " + k + " at " + i + ", " + j);
                }
            }
        }
    }

    /** With sizes of several parts each, cut where kernels have tails. */
    @ParameterizedTest
    @ValueSource(strings = {"openblas", "vector", "scalar"})
    void bitsAreThoseOfOneThread(String name) {
        for (int[] size : new int[][] {{51, 418, 149}, {97, 333, 200}, {257, 131, 190}}) {
            for (int layout = 0; layout < 4; layout++) {
                float[] expected = product(name, 1, layout, size[0], size[1], size[2]);
                for (int threads : new int[] {2, 3, 5}) {
                    float[] found = product(name, threads, layout, size[0], size[1], size[2]);
                    assertArrayEquals(expected, found, threads + " threads, " + size[0] + " x " + size[1]);
                }
            }
        }
    }

    private static float[] product(String name, int threads, int layout, int m, int n, int k) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment c = random(arena, m * n, 3);
            Multipliers.named(name, threads)
                    .multiply(
                            new GemmShape((layout & 1) != 0, (layout & 2) != 0, m, n, k),
                            random(arena, m * k, 1),
                            random(arena, k * n, 2),
                            c);
            return c.toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    /** The rounding error of a sum of k products of numbers in [-1, 1] in any order: k * k * 2^-24 at most. */
    private static double bound(int k) {
        return (double) k * k * 0x1p-24;
    }

    @ParameterizedTest
    @ValueSource(strings = {"openblas", "vector", "scalar"})
    void multipliesVectors(String name) {
        multipliesVectors(Multipliers.named(name, 1), 45, 70);
        multipliesVectors(Multipliers.named(name, 3), 1500, 1600);
    }

    private static void multipliesVectors(Multiplier products, int rows, int cols) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment a = random(arena, rows * cols, 1);
            for (boolean transpose : new boolean[] {false, true}) {
                int length = transpose ? rows : cols;
                int count = transpose ? cols : rows;
                MemorySegment x = random(arena, length, 2);
                MemorySegment y = random(arena, count, 3);
                products.multiplyVector(transpose, rows, cols, a, x, y);
                for (int i = 0; i < count; i++) {
                    double sum = 0;
                    for (int r = 0; r < length; r++) {
                        sum += (double) at(a, transpose ? r * cols + i : i * cols + r) * at(x, r);
                    }
                    assertEquals(sum, at(y, i), bound(length));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openblas", "vector", "scalar"})
    void refusesShortSegmentsAndHeapSegments(String name) {
        Multiplier products = Multipliers.named(name, 1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment four = random(arena, 4, 1);
            MemorySegment three = random(arena, 3, 1);
            MemorySegment heap = MemorySegment.ofArray(new float[4]);
            for (MemorySegment bad : new MemorySegment[] {three, heap}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> products.multiply(GemmShape.plain(2, 2, 2), four, bad, four));
                assertThrows(
                        IllegalArgumentException.class, () -> products.multiplyVector(false, 2, 2, bad, four, four));
            }
        }
    }

    @Test
    void namesTheLibraryItsKernelsAndItsThreads() {
        String name = Multipliers.named("openblas", 1).name();
        assertTrue(name.matches("OpenBLAS [0-9.]+, \\w+ kernels, threads 1"), name);
    }

    @Test
    void correctsTheCoreTypeOfAmdProcessorsWithWideVectorsAlone() {
        String flags = " flags : fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl";
        assertEquals("SkylakeX", CoreType.of("vendor_id : AuthenticAMD cpu family : 26" + flags));
        assertEquals("Haswell", CoreType.of("vendor_id : AuthenticAMD cpu family : 25" + flags));
        assertEquals("", CoreType.of("vendor_id : GenuineIntel" + flags));
        assertEquals("", CoreType.of("vendor_id : AuthenticAMD flags : fma avx2 avx512f"));
    }

    @Test
    void judgesWhetherKernelsMatchTheProcessor() {
        String wide = "flags : fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl";
        String medium = "flags : fma avx2";
        assertEquals("which match this CPU", CoreType.verdict("SkylakeX", wide));
        assertEquals("which match this CPU", CoreType.verdict("Cooperlake", wide));
        assertEquals("which match this CPU", CoreType.verdict("Zen", medium));
        assertTrue(CoreType.verdict("Zen", wide).startsWith("which do not match this CPU with AVX-512: "));
        String halves = "vendor_id : AuthenticAMD cpu family : 25 " + wide;
        assertEquals("which match this CPU", CoreType.verdict("Zen", halves));
        assertEquals("which match this CPU", CoreType.verdict("SkylakeX", halves));
        assertTrue(CoreType.verdict("Prescott", halves).contains("OPENBLAS_CORETYPE=Haswell"));
        assertTrue(CoreType.verdict("Prescott", medium).contains("OPENBLAS_CORETYPE=Haswell"));
        assertEquals("", CoreType.verdict("ARMV8", "Features : asimd"));
    }

    @Test
    void refusesUnknownNames() {
        assertThrows(IllegalArgumentException.class, () -> Multipliers.named("blas", 1));
    }

    private static MemorySegment random(Arena arena, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemorySegment segment = arena.allocate(ValueLayout.JAVA_FLOAT, count);
        for (int e = 0; e < count; e++) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, e, random.nextFloat(-1, 1));
        }
        return segment;
    }

    private static float at(MemorySegment segment, int index) {
        return segment.getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }
}
