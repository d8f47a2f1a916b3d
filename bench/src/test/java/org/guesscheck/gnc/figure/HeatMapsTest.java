package org.guesscheck.gnc.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapsTest {
    private static final int MARK = 0xd95f02;

    @TempDir
    private Path directory;

    private static HeatMaps maps(int count, int across, int up, int marked) {
        List<List<HeatMap.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < up; i++) {
            List<HeatMap.Cell> row = new ArrayList<>();
            for (int j = 0; j < across; j++) {
                int index = i * across + j;
                row.add(new HeatMap.Cell("n" + index, index / (double) (across * up), index < marked));
            }
            rows.add(row);
        }
        HeatMap map = new HeatMap("numbers", labels("width", across), labels("depth", up), Shades.RISING, rows);
        return new HeatMaps("title", List.of("asked", "marks"), java.util.Collections.nCopies(count, map));
    }

    private static HeatMap.Labels labels(String name, int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(Integer.toString(i));
        }
        return new HeatMap.Labels(name, values);
    }

    private String svg(HeatMaps maps) throws IOException {
        FigureFiles.write(directory, maps);
        return Files.readString(directory.resolve("figure.svg"));
    }

    @Test
    void everyCellHasItsNumber() throws IOException {
        String svg = svg(maps(4, 5, 3, 0));
        for (int i = 0; i < 15; i++) {
            assertEquals(4, svg.split(">n" + i + "<", -1).length - 1, "n" + i);
        }
        assertTrue(svg.contains(">width<") && svg.contains(">depth<") && svg.contains(">title<"));
    }

    @Test
    void markedCellsHaveACorner() throws IOException {
        assertEquals(0, marks(maps(1, 4, 4, 0)));
        int one = marks(maps(1, 4, 4, 1));
        assertTrue(one > 50, one + " pixels");
        assertEquals(3.0, marks(maps(1, 4, 4, 3)) / (double) one, 0.1);
    }

    /** Pixels of the marks' colour. */
    private int marks(HeatMaps maps) throws IOException {
        FigureFiles.write(directory, maps);
        BufferedImage image = ImageIO.read(directory.resolve("figure.png").toFile());
        int count = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            count += (rgb & 0xffffff) == MARK ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 200", "200, 1", "40, 40"})
    void whateverTheSizeTheFigureIsNoLargerThanAPage(int across, int up) throws IOException {
        HeatMaps maps = maps(4, across, up, 2);
        assertTrue(maps.width() <= 3500 && maps.height() <= 2500, maps.width() + " x " + maps.height());
        FigureFiles.write(directory, maps);
        assertTrue(Files.size(directory.resolve("figure.pdf")) > 1000);
    }

    @Test
    void bytesFollowNoLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            String expected = svg(maps(3, 3, 3, 1));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, svg(maps(3, 3, 3, 1)));
            byte[] pdf = Files.readAllBytes(directory.resolve("figure.pdf"));
            svg(maps(3, 3, 3, 1));
            assertArrayEquals(pdf, Files.readAllBytes(directory.resolve("figure.pdf")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textIsReadableOnEveryShade() {
        for (Shades shades : Shades.values()) {
            for (int i = 0; i <= 100; i++) {
                Color ground = shades.at(i / 100.0);
                double contrast = contrast(ground, Shades.on(ground));
                assertTrue(contrast > 4.5, shades + " at " + i + "%: " + contrast);
            }
        }
    }

    /** The contrast ratio of the Web Content Accessibility Guidelines, which want 4.5. */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1.00",
        "0.0354123, 0.0354",
        "12.345, 12.3",
        "1234.5, 1230",
        "9999.4, 10000",
        "12345, 1.2e4",
        "4.06e-6, 4.1e-6",
        "-7.256, -7.26",
        "1e-300, 1.0e-300"
    })
    void numbersHaveThreeDigits(double value, String text) {
        assertEquals(text, ShortNumber.text(value));
    }
}
