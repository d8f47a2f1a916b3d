package org.guesscheck.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes worked out by hand, and the arrays whose reading is timed. */
class TrafficTest {
    @TempDir
    Path directory;

    @Test
    void aDrawWritesAndReadsItsWeightsAndItsProduct() {
        // 50 weights and 25 entries, 8 bytes each; 5 residuals of 25 coefficients, 4 bytes each, for 32 draws.
        Traffic traffic = Traffic.draw(Shape.named("w5-d2").question());
        assertEquals(8 * 75 + 5 * 25 * 4 / 32.0, traffic.bytes());
        // 300 vectors of 64 bytes for six groups, their products, and the coefficients.
        assertEquals(64 * (300 + 6 * 25) + 5 * 25 * 4, traffic.workingSet());
    }

    @Test
    void theFeaturesOfALargeNetworkLieInMemory() {
        // 3 x 400 weights, 400 entries of the product and 400 features, 8 bytes each; 5 residuals of 400 coefficients.
        Traffic traffic = Traffic.draw(Shape.named("20x20-d3-normalized").question());
        assertEquals(8 * (1200 + 400 + 400) + 5 * 400 * 4 / 32.0, traffic.bytes());
    }

    @Test
    void productsReadTheirFactorsAndWriteTheirResult() {
        // 16 draws: 2 x 25 numbers are read and 25 written, for 250 operations.
        assertEquals(
                75 * 4 / 250.0, Traffic.product(new KernelWork.Products(5, 5)).bytes(), 1e-12);
        assertEquals(6.0 / 512, Traffic.matrixProduct(512).bytes(), 1e-12);
        assertEquals(3 << 20, Traffic.matrixProduct(512).workingSet());
    }

    @Test
    void runsSideBySideShareTheMeasurements() {
        var network = Shape.named("w5-d2").network();
        double one = Traffic.epoch(network, 1).bytes();
        assertEquals(4 * (6 * 50 + 2 * 25) + 2 * 4 * 25 * 15, one);
        assertEquals(
                15 / 16.0 * 2 * 4 * 25 * 15, one - Traffic.epoch(network, 16).bytes());
    }

    @Test
    void registersAloneHaveNoFiniteIntensity() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Work.of("flops", 1).moving(Traffic.NONE).intensity());
        assertEquals(Double.NaN, Work.of("flops", 1).intensity());
        assertEquals(4, Work.of("flops", 1).moving(new Traffic(0.25, 1)).intensity());
    }

    /** The constructor refuses an array whose sum is not that of its numbers. */
    @Test
    void arraysAreReadWhole() {
        for (long bytes : List.of(16L << 10, 256L << 10, 1L << 20)) {
            ReadBandwidth array = new ReadBandwidth(bytes);
            array.run(2);
            assertEquals(0, array.bytes() % bytes);
        }
    }

    @Test
    void theLargestArrayStaysInNoCache() throws IOException {
        assertEquals(256L << 20, ReadBandwidth.sizes(List.of()).getLast());
        cache("index0", "1", "Data", "48K");
        cache("index1", "1", "Instruction", "32K");
        cache("index2", "3", "Unified", "300M");
        List<CacheLevel> caches = CacheLevel.in(directory);
        assertEquals(List.of(new CacheLevel(1, 48 << 10), new CacheLevel(3, 300 << 20)), caches);
        assertEquals(600L << 20, ReadBandwidth.sizes(caches).getLast());
        assertTrue(ReadBandwidth.id(600L << 20).startsWith("read/600MiB/vector-"));
    }

    @Test
    void unknownCachesAreNone() throws IOException {
        assertEquals(List.of(), CacheLevel.in(directory.resolve("missing")));
        cache("index0", "one", "Data", "48K");
        assertEquals(List.of(), CacheLevel.in(directory));
    }

    private void cache(String name, String level, String type, String size) throws IOException {
        Path entry = Files.createDirectories(directory.resolve(name));
        Files.writeString(entry.resolve("level"), level + "\n");
        Files.writeString(entry.resolve("type"), type + "\n");
        Files.writeString(entry.resolve("size"), size + "\n");
    }
}
