package org.guesscheck.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticSamplesTest {
    /** A generator by its count, and the pinned hash of its first 40 samples, which a program in Python has confirmed. */
    record Generator(String name, IntFunction<Samples> ofCount, int pinned) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Generator> generators() {
        return Stream.of(
                new Generator("parity", n -> SyntheticSamples.parity(70, 3, n, 5), 2095980128),
                new Generator("moons", n -> SyntheticSamples.moons(n, 0.1, 5), 1392724162),
                new Generator("kink", n -> SyntheticSamples.kink(n, 0.25, 5), -1732546224),
                new Generator("slab", n -> SyntheticSamples.slab(4, 0.1, n, 5), 1937367849),
                new Generator("mixture", n -> SyntheticSamples.mixture(4, 3, 2, n, 5), -1045899250),
                new Generator("linear teacher", n -> SyntheticSamples.linearTeacher(3, n, 5), 162729656));
    }

    private static float[] row(Samples samples, int i) {
        float[] row = new float[samples.features()];
        samples.copyFeatures(i, row, 0);
        return row;
    }

    @ParameterizedTest
    @MethodSource("generators")
    void bitsAreThoseOfTheSeed(Generator generator) {
        Samples samples = generator.ofCount().apply(40);
        assertEquals(generator.pinned(), 31 * Arrays.hashCode(samples.values()) + Arrays.hashCode(samples.labels()));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void fewerSamplesAreTheFirst(Generator generator) {
        Samples first = generator.ofCount().apply(17);
        Samples samples =
                generator.ofCount().apply(40).select(IntStream.range(0, 17).toArray());
        assertArrayEquals(samples.values(), first.values());
        assertArrayEquals(samples.labels(), first.labels());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void anInterruptEndsTheWork(Generator generator) {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> generator.ofCount().apply(40));
        assertTrue(Thread.interrupted());
    }

    @Test
    void parityHasEveryPointOnce() {
        Samples all = SyntheticSamples.parity(6, 4, 64, 2);
        Set<String> points = new HashSet<>();
        for (int i = 0; i < all.count(); i++) {
            float product = 1;
            for (int j = 0; j < 6; j++) {
                assertEquals(1, Math.abs(all.feature(i, j)));
                product *= j < 4 ? all.feature(i, j) : 1;
            }
            assertEquals(product < 0 ? 1 : 0, all.label(i));
            points.add(Arrays.toString(row(all, i)));
        }
        assertEquals(64, points.size());
    }

    @Test
    void moonsWithoutNoiseLieOnHalfCircles() {
        Samples moons = SyntheticSamples.moons(1000, 0, 2);
        for (int i = 0; i < moons.count(); i++) {
            assertEquals(i % 2, moons.label(i));
            double x = moons.label(i) == 0 ? moons.feature(i, 0) : 1 - moons.feature(i, 0);
            double y = moons.label(i) == 0 ? moons.feature(i, 1) : 0.5 - moons.feature(i, 1);
            assertEquals(1, Math.hypot(x, y), 1e-6);
            assertTrue(y >= -1e-6, "y " + y);
        }
    }

    /** The mean of t, uniform in [0, pi), over 20,000 samples lies within 4 standard errors, which chance exceeds in one of 16,000. */
    @Test
    void moonsAreUniformAlongTheirArc() {
        Samples moons = SyntheticSamples.moons(20_000, 0, 3);
        double mean = IntStream.range(0, moons.count())
                .mapToDouble(i -> Math.acos(moons.label(i) == 0 ? moons.feature(i, 0) : 1 - moons.feature(i, 0)))
                .average()
                .orElseThrow();
        assertEquals(Math.PI / 2, mean, 4 * Math.PI / Math.sqrt(12 * 20_000.));
    }

    /** The noise of 20,000 features with variance 9; its mean square lies within 4 standard errors, which chance exceeds in one of 16,000. */
    @Test
    void noiseHasItsStandardDeviation() {
        Samples clean = SyntheticSamples.moons(10_000, 0, 4);
        Samples noisy = SyntheticSamples.moons(10_000, 3, 4);
        double squares = 0;
        for (int i = 0; i < noisy.count(); i++) {
            squares += Math.pow(noisy.feature(i, 0) - clean.feature(i, 0), 2);
            squares += Math.pow(noisy.feature(i, 1) - clean.feature(i, 1), 2);
        }
        assertEquals(9, squares / 20_000, 4 * 9 * Math.sqrt(2 / 20_000.));
    }

    @Test
    void kinksAreTwoBentLines() {
        Samples kink = SyntheticSamples.kink(1000, 0.25, 2);
        double least = 1;
        double most = -1;
        for (int i = 0; i < kink.count(); i++) {
            assertEquals(i % 2, kink.label(i));
            float x = kink.feature(i, 0);
            float y = kink.feature(i, 1);
            assertEquals((kink.label(i) == 0 ? 0.25 : 0) - Math.abs(x), y, 1e-7);
            // The boundary half way between the lines has the classes on its two sides.
            assertEquals(kink.label(i) == 0, y > 0.125 - Math.abs(x));
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
        // Of 1,000 uniform numbers none lies in the first or last hundredth for one of 12,000 seeds.
        assertTrue(least >= -1 && least < -0.98 && most > 0.98 && most <= 1, least + " to " + most);
    }

    /** Every sample lies in its slab, and each slab has some in every quarter: 300 samples leave one empty with (3/4)^300. */
    @ParameterizedTest
    @CsvSource({"2, 0.1", "3, 0.25", "4, 0.1", "4, 0"})
    void slabsAreLeftAndRightInTurns(int slabs, double margin) {
        Samples all = SyntheticSamples.slab(slabs, margin, 300 * slabs, 2);
        double thickness = 2.0 / slabs - 2 * margin * (slabs - 1) / slabs;
        Set<String> quarters = new HashSet<>();
        for (int i = 0; i < all.count(); i++) {
            int slab = i % slabs;
            assertEquals(slab % 2 == 0 ? 1 : 0, all.label(i));
            double across = (all.label(i) == 0 ? all.feature(i, 0) : -all.feature(i, 0)) - margin;
            double top = 1 - slab * (thickness + 2 * margin);
            double down = top - all.feature(i, 1);
            assertTrue(across >= -1e-7 && across <= 1 - margin + 1e-7, "across " + across);
            assertTrue(down >= -1e-6 && down <= thickness + 1e-6, "down " + down);
            quarters.add(slab + " " + (across < (1 - margin) / 2) + " " + (down < thickness / 2));
        }
        assertEquals(4 * slabs, quarters.size());
        assertEquals(-1, 1 - slabs * thickness - (slabs - 1) * 2 * margin, 1e-12);
    }

    /** 12 means of 10,000 numbers of variance 1, each within 4 standard errors: chance exceeds one of them in one of 1,300 seeds. */
    @Test
    void clustersHaveTheirMeans() {
        Samples clusters = SyntheticSamples.mixture(4, 3, 5, 30_000, 6);
        double[][] sums = new double[3][4];
        for (int i = 0; i < clusters.count(); i++) {
            assertEquals(i % 3, clusters.label(i));
            for (int j = 0; j < 4; j++) {
                sums[i % 3][j] += clusters.feature(i, j);
            }
        }
        for (int c = 0; c < 3; c++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(j == c ? 5 / Math.sqrt(2) : 0, sums[c][j] / 10_000, 0.04);
            }
        }
    }

    @Test
    void aTeacherSeparatesItsSamples() {
        Samples taught = SyntheticSamples.linearTeacher(3, 200, 8);
        assertArrayEquals(
                taught.labels(),
                SyntheticSamples.taught(3, taught.values(), 2, 8).labels());
        // x and -x are on different sides, 2 x is where x is.
        float[] opposite = taught.values();
        float[] doubled = taught.values();
        for (int e = 0; e < opposite.length; e++) {
            opposite[e] = -opposite[e];
            doubled[e] *= 2;
        }
        assertArrayEquals(
                IntStream.of(taught.labels()).map(label -> 1 - label).toArray(),
                SyntheticSamples.taught(3, opposite, 2, 8).labels());
        assertArrayEquals(
                taught.labels(), SyntheticSamples.taught(3, doubled, 2, 8).labels());
    }

    /** Unit vectors and their teachers: each of 4 classes has probability 1/4; 4,000 seeds, within 4 standard errors each. */
    @Test
    void teachersPreferNoClass() {
        int[] counts = new int[4];
        for (int seed = 0; seed < 4_000; seed++) {
            counts[SyntheticSamples.taught(2, new float[] {0, 1}, 4, seed).label(0)]++;
        }
        for (int count : counts) {
            assertEquals(1000, count, 4 * Math.sqrt(4_000 * 0.25 * 0.75));
        }
        assertEquals(0, SyntheticSamples.taught(2, new float[2], 4, 1).label(0));
    }

    private static void refuses(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void badNumbersAreRefused() {
        refuses("bits: 0; at least 1 is allowed", () -> SyntheticSamples.parity(0, 1, 1, 1));
        refuses("relevant: 4; 1 to 3 is allowed", () -> SyntheticSamples.parity(3, 4, 1, 1));
        refuses("relevant: 0; 1 to 3 is allowed", () -> SyntheticSamples.parity(3, 0, 1, 1));
        refuses("count: 9; 1 to 8 is allowed, since samples are distinct", () -> SyntheticSamples.parity(3, 1, 9, 1));
        refuses("count: 0; 1 to 715827879 is allowed with 3 features", () -> SyntheticSamples.parity(3, 1, 0, 1));
        refuses(
                "count: 1073741824; 1 to 1073741819 is allowed with 2 features",
                () -> SyntheticSamples.moons(1 << 30, 0, 1));
        for (double noise : new double[] {-1, Double.NaN, 2e12}) {
            refuses("noise: " + noise + "; 0 to 1e12 is allowed", () -> SyntheticSamples.moons(2, noise, 1));
        }
        refuses("margin: -1.0; 0 to 1e12 is allowed", () -> SyntheticSamples.kink(2, -1, 1));
        refuses("count: 0; 1 to 1073741819 is allowed with 2 features", () -> SyntheticSamples.kink(0, 0, 1));
        for (int slabs : new int[] {1, 1001}) {
            refuses("slabs: " + slabs + "; 2 to 1000 is allowed", () -> SyntheticSamples.slab(slabs, 0, 1, 1));
        }
        for (double margin : new double[] {-0.1, 1 / 3.0, Double.NaN}) {
            refuses(
                    "margin: " + margin + "; 0 to below 1/3 is allowed, since slabs are twice that apart",
                    () -> SyntheticSamples.slab(4, margin, 1, 1));
        }
        refuses("distance: -1.0; 0 to 1e12 is allowed", () -> SyntheticSamples.mixture(2, 2, -1, 2, 1));
        refuses("classes: 1; at least 2 is allowed", () -> SyntheticSamples.mixture(2, 1, 1, 2, 1));
        refuses(
                "features: 2; at least 3 is allowed, since each class has an axis of its own",
                () -> SyntheticSamples.mixture(2, 3, 1, 2, 1));
        refuses("features: 0; at least 1 is allowed", () -> SyntheticSamples.linearTeacher(0, 1, 1));
        refuses("classes: 1; at least 2 is allowed", () -> SyntheticSamples.taught(1, new float[1], 1, 1));
        refuses(
                "values: 3 numbers; a multiple of features = 2 is needed, and at least one sample with at least one"
                        + " feature",
                () -> SyntheticSamples.taught(2, new float[3], 2, 1));
        refuses(
                "values[1]: NaN; -1e14 to 1e14 is allowed",
                () -> SyntheticSamples.taught(2, new float[] {0, Float.NaN}, 2, 1));
    }
}
