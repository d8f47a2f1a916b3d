package org.guesscheck.gnc.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An estimate that is not to be trusted has an open marker, also when its curve's points came in another order. */
class StudyFilesTest {
    @TempDir
    private Path directory;

    @Test
    void onlyDoubtfulPointsHaveOpenMarkers() {
        Curves curves = new Curves("question", "x", "y", false, false);
        curves.add("one", new Curves.Point(3, 1, 0.5, 1.5, true, "splitting"));
        curves.add("one", new Curves.Point(1, 1, 0.5, 1.5, false, "splitting"));
        curves.add("two", new Curves.Point(2, 1, 0.5, 1.5, true, "splitting"));
        JFreeChart chart = StudyFiles.chart("study", curves);
        XYPlot plot = (XYPlot) chart.getPlot();
        XYErrorRenderer renderer = (XYErrorRenderer) plot.getRenderer();
        assertEquals(1, plot.getDataset().getXValue(0, 0));
        assertEquals(Color.WHITE, renderer.getItemFillPaint(0, 0));
        assertNotEquals(Color.WHITE, renderer.getItemFillPaint(0, 1));
        assertNotEquals(Color.WHITE, renderer.getItemFillPaint(1, 0));
        // The question, the explanation of open markers, and the legend.
        assertEquals(3, chart.getSubtitleCount());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -1,
                1e-320,
                1e-300,
                0.1,
                1e300,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverThePointsAreThereIsAFigure(double value) throws IOException {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Curves curves = new Curves("question", "x", "y", logarithmic, logarithmic);
            curves.add("alone", value, value);
            StudyFiles.write(directory, "study", curves);
            curves.add("one", new Curves.Point(1, 0.1, value, value, false, "splitting"));
            curves.add("one", new Curves.Point(value, 1, 0.5, value, true, "splitting"));
            curves.add("two", 1e-300, 1e300);
            StudyFiles.write(directory, "study", curves);
            String svg = Files.readString(directory.resolve("figure.svg"));
            assertTrue(svg.split("<text").length < 80, "ticks are few");
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        }
    }

    @Test
    void bytesFollowNoLocale() throws IOException {
        Locale before = Locale.getDefault();
        Curves curves = new Curves("question", "x", "y", false, true);
        curves.add("one", 1, 0.001);
        curves.add("one", 12_000, 1);
        try {
            Locale.setDefault(Locale.ENGLISH);
            StudyFiles.write(directory, "study", curves);
            byte[] expected = Files.readAllBytes(directory.resolve("figure.svg"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            StudyFiles.write(directory, "study", curves);
            assertArrayEquals(expected, Files.readAllBytes(directory.resolve("figure.svg")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
