package org.guesscheck.core.posterior;

import java.util.SortedMap;

/**
 * Generalization loss among the accepted draws.
 *
 * @param mean posterior mean
 * @param standardError its standard error; NaN with a single accepted draw
 * @param low lower end of its 95 % interval; NaN with a single accepted draw
 * @param high upper end of its 95 % interval; NaN with a single accepted draw
 * @param quantiles quantiles by probability, within 2.5e-4 of their values
 */
public record GeneralizationLoss(
        double mean, double standardError, double low, double high, SortedMap<Double, Double> quantiles) {}
