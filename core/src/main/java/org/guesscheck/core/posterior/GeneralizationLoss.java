package org.guesscheck.core.posterior;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;

/**
 * Generalization loss among the accepted draws.
 *
 * @param mean posterior mean
 * @param standardError its standard error; NaN with a single accepted draw
 * @param interval its 95 % interval; unknown with a single accepted draw
 * @param quantiles quantiles by probability, within 2.5e-4 of their values; immutable
 */
public record GeneralizationLoss(
        double mean, double standardError, Interval interval, SortedMap<Double, Double> quantiles) {
    /** Copies the quantiles. */
    public GeneralizationLoss {
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
    }
}
