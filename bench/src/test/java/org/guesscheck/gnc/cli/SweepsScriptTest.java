package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.guesscheck.gnc.python.Python;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** toolchain/python/sweeps draws and compares what gnc sweep wrote. */
class SweepsScriptTest {
    private static final String SMALL =
            " --trials 2 --rel-error 0 --sampler rejection --backend scalar --threads 2 --out ";

    private static final String DESCENT = " --draws 2e4 --epochs 50 --lr 0.01 --init-scale 0.1";

    private static final String PACKAGES = "numpy, pandas, matplotlib";

    @TempDir
    private Path directory;

    private Path swept(String name, String options) {
        Path out = directory.resolve(name);
        assertEquals(0, Gnc.execute(new Interruption(), ("sweep quick " + options + SMALL + out).split(" ")));
        return out;
    }

    private Python.Printed sweeps(Object... arguments) throws IOException, InterruptedException {
        String script =
                Path.of("..", "toolchain", "python", "sweeps").toRealPath().toString();
        return Python.with(PACKAGES)
                .run(
                        directory,
                        Stream.concat(Stream.of(script), Stream.of(arguments).map(Object::toString))
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--axis width=3,4,6" + DESCENT,
                "--axis width=3,4 --axis eps=0.1,0.2" + DESCENT,
                "--axis rank=1,2 --draws 2e4 --no-descent"
            })
    void aSweepIsDrawnAgain(String axes) throws IOException, InterruptedException {
        Path sweep = swept("sweep", axes);
        Path png = directory.resolve("again.png");
        Python.Printed drawn = sweeps("plot", sweep, "--out", png);
        assertEquals(0, drawn.code(), drawn.text());
        assertEquals("", drawn.text());
        BufferedImage image = ImageIO.read(png.toFile());
        assertTrue(image.getWidth() > 600 && image.getHeight() > 400, image.toString());
        int guessed = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                guessed += (image.getRGB(x, y) & 0xffffff) == 0xc8503c ? 1 : 0;
            }
        }
        assertTrue(guessed > 300, "pixels of guess and check's curve: " + guessed);
        try (Stream<Path> files = Files.list(directory)) {
            assertArrayEquals(
                    new String[] {"again.png", "sweep"},
                    files.map(file -> file.getFileName().toString()).sorted().toArray());
        }
    }

    private static List<String[]> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().map(line -> line.split(",", -1)).toList();
    }

    private static String[] row(List<String[]> rows, String method) {
        int column = List.of(rows.getFirst()).indexOf("method");
        return rows.stream()
                .filter(row -> row[column].equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static double number(List<String[]> rows, String method, String column) {
        return Double.parseDouble(row(rows, method)[List.of(rows.getFirst()).indexOf(column)]);
    }

    @Test
    void twoSweepsAreComparedWithTheirErrors() throws IOException, InterruptedException {
        Path one = swept("one", "--axis width=3,4" + DESCENT);
        Path other = swept("other", "--axis width=3,5 --epochs 50 --lr 0.01 --init-scale 0.1 --draws 5e4");
        Path csv = directory.resolve("differences.csv");
        Python.Printed compared = sweeps("compare", one, other, "--csv", csv);
        assertEquals(0, compared.code(), compared.text());
        assertTrue(compared.text().contains("14 rows are in one alone"), compared.text());
        assertTrue(compared.text().contains("14 rows are in other alone"), compared.text());
        assertTrue(compared.text().contains("guess_and_check: 2 rows, largest difference "), compared.text());
        List<String[]> first = rows(one.resolve("estimates.csv"));
        List<String[]> second = rows(other.resolve("estimates.csv"));
        List<String[]> table = rows(csv);
        assertEquals(1 + 3 * 14, table.size());
        double error = Math.hypot(number(first, "prior", "standard_error"), number(second, "prior", "standard_error"));
        double difference = number(second, "prior", "mean") - number(first, "prior", "mean");
        assertEquals(error, number(table, "prior", "error"), 1e-12);
        assertEquals(difference, number(table, "prior", "difference"), 1e-12);
        assertEquals(Math.abs(difference) / error, number(table, "prior", "errors_apart"), 1e-9);
        assertEquals("", row(table, "zero_matrix")[List.of(table.getFirst()).indexOf("error")]);
    }

    @Test
    void otherProblemsAreSaid() throws IOException, InterruptedException {
        Python.Printed compared = sweeps(
                "compare",
                swept("one", "--axis width=3,4" + DESCENT),
                swept("other", "--axis width=3,4 --seed 2" + DESCENT));
        assertEquals(0, compared.code(), compared.text());
        assertTrue(compared.text().contains("The problems differ. "), compared.text());
    }

    @Test
    void badInputIsOneSentence() throws IOException, InterruptedException {
        Path one = swept("one", "--axis width=3,4" + DESCENT);
        Path other = swept("other", "--axis rank=1,2" + DESCENT);
        for (Object[] line : new Object[][] {
            {"plot", directory, "--out", "x.png"},
            {"plot", one, "--out", "x.jpg"},
            {"plot", one, "--out", directory.resolve("none").resolve("x.png")},
            {"compare", one, other}
        }) {
            Python.Printed said = sweeps(line);
            assertEquals(2, said.code(), said.text());
            assertEquals(1, said.text().lines().count(), said.text());
            assertTrue(said.text().startsWith("sweeps: "), said.text());
        }
    }
}
