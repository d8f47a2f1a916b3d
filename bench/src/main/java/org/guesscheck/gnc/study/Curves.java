package org.guesscheck.gnc.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;

/** The result of a study: points of named curves, and the axes of the figure. For one thread. */
public final class Curves {
    /**
     * A point.
     *
     * @param x position on the horizontal axis
     * @param y the value
     * @param low lower end of the value's 95 % interval; NaN if there is no interval
     * @param high upper end of that interval
     * @param trustworthy whether the estimate passed its checks
     * @param sampler the sampler of the estimate; empty if there is none
     */
    record Point(double x, double y, double low, double high, boolean trustworthy, String sampler) {}

    final String title;
    final String xLabel;
    final String yLabel;
    final boolean logarithmicX;
    final boolean logarithmicY;
    final Map<String, List<Point>> points = new LinkedHashMap<>();

    Curves(String title, String xLabel, String yLabel, boolean logarithmicX, boolean logarithmicY) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.logarithmicX = logarithmicX;
        this.logarithmicY = logarithmicY;
    }

    void add(String curve, Point point) {
        points.computeIfAbsent(curve, name -> new ArrayList<>()).add(point);
    }

    void add(String curve, double x, double y) {
        add(curve, new Point(x, y, Double.NaN, Double.NaN, true, ""));
    }

    /** Adds a mean with its interval. */
    void add(String curve, double x, Moments moments, String sampler) {
        Interval interval = Interval.ofMean(moments.mean(), moments.standardError(), moments.count());
        add(curve, new Point(x, moments.mean(), interval.low(), interval.high(), true, sampler));
    }

    /** Adds a posterior mean, if there is one. */
    void add(String curve, double x, Posterior posterior) {
        ThresholdEstimate estimate = posterior.thresholds().getFirst();
        Optional<Point> point = estimate.generalizationLoss()
                .map(loss -> new Point(
                        x,
                        loss.mean(),
                        loss.interval().low(),
                        loss.interval().high(),
                        posterior.diagnostics().trustworthy(),
                        posterior.origin().sampler()));
        point.ifPresent(p -> add(curve, p));
    }
}
