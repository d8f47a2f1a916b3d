package org.guesscheck.gnc.learn;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;

/** What learning curves of several training sets have in common. */
public final class SetsSummary {
    private static final double LOG_2 = Math.log(2);

    /** Numbers of samples within one n-th of another are near it. */
    private static final int NEAR = 4;

    private SetsSummary() {}

    /**
     * A number with its 95% interval.
     *
     * @param value the number; NaN where it is unknown
     * @param interval unknown where its error is
     */
    public record Value(double value, Interval interval) {}

    /**
     * One number of training samples.
     *
     * @param samples how many; 0 for the prior
     * @param logProbability logarithm to base 2 of the acceptance probability, the mean over sets; with one set its own interval
     * @param nextRight probability p(m+1)/p(m) that the next sample is right, too: its mean over sets and over the m within a quarter of this number,
     *     which is the mean accuracy on new samples; empty where there is no such m below the last number
     * @param accuracy mean accuracy on test samples, the mean over sets; with one set its own interval
     * @param descent mean accuracy of networks that gradient descent has trained, the mean over sets; with one set its own interval; empty where
     *     there is none
     * @param deviation standard deviation of the accuracy over networks, the mean over sets; NaN where nothing was tested
     */
    public record Row(
            int samples,
            Value logProbability,
            Optional<Value> nextRight,
            Optional<Value> accuracy,
            Optional<Value> descent,
            double deviation) {}

    /** Summarizes sets of one length, at least one; a row for each number of samples, before them the prior's where it was tested. */
    public static List<Row> of(List<LearnedSet> sets) {
        List<LearningPoint> points = sets.getFirst().curve().fromPrior();
        return IntStream.range(0, points.size())
                .mapToObj(at -> row(sets, at, points.get(at).samples()))
                .toList();
    }

    private static Row row(List<LearnedSet> sets, int at, int samples) {
        List<LearningCurve> curves = sets.stream().map(LearnedSet::curve).toList();
        List<LearningPoint> points =
                curves.stream().map(curve -> curve.fromPrior().get(at)).toList();
        List<TestAccuracy> accuracies =
                points.stream().flatMap(point -> point.accuracy().stream()).toList();
        return new Row(
                samples,
                points.size() == 1
                        ? new Value(log2(points.getFirst().probability()), logs(points.getFirst()))
                        : within(
                                mean(points.stream()
                                        .mapToDouble(point -> log2(point.probability()))
                                        .toArray()),
                                Double.NEGATIVE_INFINITY,
                                0),
                nextRight(curves, samples),
                accuracy(accuracies),
                accuracy(sets.stream()
                        .flatMap(set -> set.descentAt(samples).stream())
                        .flatMap(point -> point.accuracy().stream())
                        .toList()),
                accuracies.stream()
                        .mapToDouble(TestAccuracy::deviation)
                        .average()
                        .orElse(Double.NaN));
    }

    private static Optional<Value> nextRight(List<LearningCurve> curves, int samples) {
        int around = samples / NEAR;
        double[] values = curves.stream()
                .flatMapToDouble(curve -> IntStream.rangeClosed(samples - around, samples + around)
                        .filter(n -> n < curve.points().size())
                        .mapToDouble(curve::nextRight))
                .toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(share(values));
    }

    private static Value share(double[] values) {
        return within(mean(values), 0, 1);
    }

    private static Value within(Value value, double least, double most) {
        Interval interval = value.interval();
        return new Value(value.value(), new Interval(Math.max(least, interval.low()), Math.min(most, interval.high())));
    }

    private static Optional<Value> accuracy(List<TestAccuracy> accuracies) {
        return switch (accuracies.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new Value(
                        accuracies.getFirst().mean(), accuracies.getFirst().interval()));
            default ->
                Optional.of(share(
                        accuracies.stream().mapToDouble(TestAccuracy::mean).toArray()));
        };
    }

    private static Value mean(double[] values) {
        Moments moments = new Moments();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return new Value(Double.NaN, Interval.UNKNOWN);
            }
            moments.add(value);
        }
        Interval interval = values.length < 2
                ? Interval.UNKNOWN
                : Interval.ofMean(moments.mean(), moments.standardError(), values.length);
        return new Value(moments.mean(), interval);
    }

    /** The logarithm of a probability to base 2. */
    public static double log2(double probability) {
        return Math.log(probability) / LOG_2;
    }

    private static Interval logs(LearningPoint point) {
        Interval of = point.probabilityInterval();
        return new Interval(log2(of.low()), log2(of.high()));
    }
}
