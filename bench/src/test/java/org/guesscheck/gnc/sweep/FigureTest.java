package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.FigureFiles;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    @TempDir
    private Path directory;

    private static SweepConfig config(String title, int trials) {
        var node = ConfigJson.write(Presets.all().get("quick"));
        node.put("title", title).put("trials", trials);
        node.putArray("values").add(5).add(7);
        return ConfigJson.read(node, "test");
    }

    private static Posterior posterior(double loss, boolean doubtful) {
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        if (doubtful) {
            diagnostics.doubt("few");
        }
        return new Posterior(
                new Origin("splitting", 1, 1000, ""),
                new Execution("scalar", 1, 1),
                new PriorMean(loss, 0, 100),
                List.of(new ThresholdEstimate(
                        0.02,
                        50,
                        0.05,
                        new Interval(0.04, 0.06),
                        Optional.of(new GeneralizationLoss(loss, 0, new Interval(loss, loss), new TreeMap<>())))),
                List.of(),
                diagnostics.build());
    }

    private static Descent descent(double loss, boolean converged) {
        return new Descent(
                new LossPoint(1, loss, loss),
                converged,
                new DescentExecution(Descent.FIXED_ORDER, 1, 0),
                "",
                List.of(),
                new float[0]);
    }

    private static CellId id(int trial, int index) {
        return new CellId(trial, config("t", 1).axis().values().get(index));
    }

    private static Cell cell(int trial, int index, double guess, double descent, double zero) {
        return new Cell(id(trial, index), zero, posterior(guess, false), descent(descent, true));
    }

    /** How many texts the SVG figure has, which is a whole XML document. */
    private int texts() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(directory.resolve("figure.svg").toFile())
                .getElementsByTagName("text")
                .getLength();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.MIN_VALUE,
                1e-300,
                1e-12,
                0,
                -1,
                -1e300,
                0.1,
                1e9,
                1e300,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverTheLossesAreThereIsAFigure(double loss) throws Exception {
        List<double[]> others =
                List.of(new double[] {loss, loss}, new double[] {0.1, 1e-320}, new double[] {1e-300, 1e300});
        for (double[] other : others) {
            List<Cell> cells = new ArrayList<>();
            cells.add(cell(0, 0, loss, other[0], other[1]));
            cells.add(cell(0, 1, other[1], loss, other[0]));
            FigureFiles.write(directory, Figure.of(config("t", 1), cells));
            assertTrue(texts() < 60, texts() + " texts");
        }
        FigureFiles.write(directory, Figure.of(config("t", 1), List.of(cell(0, 0, loss, loss, loss))));
        assertTrue(texts() < 60, texts() + " texts");
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTitleOfAnOldJournalMakesAFigureThatIsXml() throws Exception {
        for (String title : List.of("a\u0001b", "a\ud800b", "<&\"'>\uffff", "../../x", "\u65e5\u672c \ud83d\ude00")) {
            FigureFiles.write(directory, Figure.of(config(title, 1), List.of(cell(0, 0, 0.1, 0.2, 0.3))));
            assertTrue(texts() > 5);
        }
    }

    @Test
    void bytesFollowNoLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (boolean logarithmic : new boolean[] {false, true}) {
                List<Cell> cells =
                        List.of(cell(0, 0, 0.1, logarithmic ? 1e-5 : 0.2, 0.3), cell(0, 1, 0.1, 12_345, 0.3));
                Locale.setDefault(Locale.ENGLISH);
                byte[] expected = svg(cells);
                for (String tag : List.of("ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de", "tr")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    assertArrayEquals(expected, svg(cells), tag);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private byte[] svg(List<Cell> cells) throws IOException {
        FigureFiles.write(directory, Figure.of(config("t", 1), cells));
        return Files.readAllBytes(directory.resolve("figure.svg"));
    }

    @Test
    void markersAreOpenWhereSomethingIsNotToBeTrusted() {
        List<Cell> cells = List.of(
                new Cell(id(0, 0), 0.3, posterior(0.1, false), descent(0.2, false)),
                new Cell(id(0, 1), 0.3, posterior(0.1, true), descent(0.2, true)));
        JFreeChart chart = Figure.of(config("t", 1), cells);
        XYErrorRenderer renderer = (XYErrorRenderer) ((XYPlot) chart.getPlot()).getRenderer();
        assertEquals(Color.WHITE, renderer.getItemFillPaint(0, 0), "gradient descent at the first width");
        assertNotEquals(Color.WHITE, renderer.getItemFillPaint(0, 1));
        assertNotEquals(Color.WHITE, renderer.getItemFillPaint(1, 0));
        assertEquals(Color.WHITE, renderer.getItemFillPaint(1, 1), "guess and check at the second");
        assertNotEquals(Color.WHITE, renderer.getItemFillPaint(2, 0));
        assertTrue(subtitles(chart).contains("open marker of gradient descent: some trial did not converge"));
        assertTrue(subtitles(chart).contains("open marker of guess and check: an estimate of some trial failed"));
    }

    @Test
    void failedTrialsAreSaidAndLeftOut() {
        Cell failed = new Cell(
                id(0, 0),
                0.3,
                Optional.empty(),
                Optional.of(descent(0.2, true)),
                List.of(new Failure(Failure.GUESS_AND_CHECK, new IllegalStateException("x"))));
        JFreeChart chart = Figure.of(config("t", 1), List.of(failed, cell(0, 1, 0.1, 0.2, 0.3)));
        XYPlot plot = (XYPlot) chart.getPlot();
        assertEquals(2, plot.getDataset().getItemCount(0));
        assertEquals(1, plot.getDataset().getItemCount(1));
        assertTrue(subtitles(chart).contains("1 trial of a width or depth failed"));
    }

    private static String subtitles(JFreeChart chart) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chart.getSubtitleCount(); i++) {
            if (chart.getSubtitle(i) instanceof TextTitle title) {
                text.append(title.getText()).append('\n');
            }
        }
        return text.toString();
    }
}
