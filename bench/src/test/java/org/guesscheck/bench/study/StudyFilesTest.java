package org.guesscheck.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.junit.jupiter.api.Test;

/** An estimate that is not to be trusted has an open marker, also when its curve's points came in another order. */
class StudyFilesTest {
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
}
