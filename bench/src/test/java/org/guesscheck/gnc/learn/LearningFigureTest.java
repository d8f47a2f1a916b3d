package org.guesscheck.gnc.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class LearningFigureTest {
    private static CombinedDomainXYPlot drawn(LearnedSet... sets) {
        return drawn(true, sets);
    }

    private static CombinedDomainXYPlot drawn(boolean right, LearnedSet... sets) {
        JFreeChart chart = LearningFigure.chart("title", "subtitle", List.of(sets), right);
        return (CombinedDomainXYPlot) chart.getXYPlot();
    }

    private static List<String> names(XYDataset data) {
        return IntStream.range(0, data.getSeriesCount())
                .mapToObj(s -> data.getSeriesKey(s).toString())
                .toList();
    }

    /** A line across the whole plot, since a logarithmic axis has no place for 0 samples. */
    @Test
    void thePriorIsALineAcross() {
        LearnedSet set = SetsSummaryTest.withPrior(0.5, SetsSummaryTest.curve(0.75, 0, 0.5, 0.25, 0.125, 0.1));
        CombinedDomainXYPlot both = drawn(set);
        XYDataset accuracies = both.getSubplots().get(0).getDataset();
        int prior = names(accuracies).indexOf("prior");
        assertEquals(2, accuracies.getItemCount(prior));
        Range axis = both.getDomainAxis().getRange();
        for (int end = 0; end < 2; end++) {
            double x = end == 0 ? axis.getLowerBound() : axis.getUpperBound();
            assertEquals(x, accuracies.getXValue(prior, end), 1e-12);
            assertEquals(0.5, accuracies.getYValue(prior, end), 1e-12);
        }
        assertTrue(axis.getLowerBound() < 1 && axis.getUpperBound() > 4 && axis.getUpperBound() < 6, axis::toString);
        XYDataset logarithms = both.getSubplots().get(1).getDataset();
        assertEquals(4, logarithms.getItemCount(0));
    }

    @Test
    void withoutThePriorThereIsNoLine() {
        CombinedDomainXYPlot both = drawn(SetsSummaryTest.curve(0.75, 0, 0.5, 0.25));
        XYDataset accuracies = both.getSubplots().get(0).getDataset();
        assertFalse(names(accuracies).contains("prior"));
        assertEquals(2, accuracies.getXValue(0, 0), 1e-12);
    }

    /** A network may have the next sample right and yet not fit it. */
    @Test
    void theNextSampleIsShownBesideAccuraciesWhereItHasToBeRight() {
        LearnedSet[] sets = {
            SetsSummaryTest.curve(0.75, 0, 0.5, 0.25, 0.2, 0.1), SetsSummaryTest.curve(0.7, 0, 0.4, 0.2, 0.1, 0.04)
        };
        for (boolean right : new boolean[] {true, false}) {
            List<String> shown = names(drawn(right, sets).getSubplots().get(0).getDataset());
            assertEquals(right, shown.stream().anyMatch(name -> name.contains("p(n+1) / p(n)")), shown::toString);
        }
    }
}
