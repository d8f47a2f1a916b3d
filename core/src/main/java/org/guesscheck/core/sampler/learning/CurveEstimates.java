package org.guesscheck.core.sampler.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Jackknife;
import org.guesscheck.core.estimate.StudentT;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.estimate.WeightedSample;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.LearningPoint;

/** Turns replicas, in order, into the points of a curve. */
final class CurveEstimates {
    private static final int FEW_REPLICAS = 4;

    /** Equal weights of as many replicas carry an estimate at least. */
    private static final double LEAST_EFFECTIVE = 3;

    /** The share of particles that a sweep moves at least, where moves mean anything. */
    private static final double LEAST_MOVED = 0.02;

    private final LearningTask task;
    private final List<CurveReplica> replicas;

    CurveEstimates(LearningTask task, List<CurveReplica> replicas) {
        this.task = task;
        this.replicas = replicas;
    }

    private Jackknife jackknife(int samples) {
        return new Jackknife(replicas.stream()
                .mapToDouble(r -> r.logProbability()[samples - 1])
                .toArray());
    }

    /** Standard error of p over p at the last number of samples; NaN if it is not known. */
    double relativeError() {
        // To first order the standard error of a logarithm.
        return jackknife(task.samples()).logMean().standardError();
    }

    /** The particles of all replicas before the first sample, which are independent. */
    Optional<LearningPoint> prior() {
        int point = task.tested().indexOf(0);
        if (point < 0) {
            return Optional.empty();
        }
        float[][] accuracies = replicas.stream().map(r -> r.accuracies()[point]).toArray(float[][]::new);
        return Optional.of(LearningPoint.ofPrior((long) accuracies.length * accuracies[0].length, accuracies));
    }

    List<LearningPoint> points() {
        return IntStream.rangeClosed(1, task.samples()).mapToObj(this::point).toList();
    }

    private LearningPoint point(int samples) {
        Jackknife jackknife = jackknife(samples);
        Jackknife.Estimate p = jackknife.logMean();
        long accepted =
                replicas.stream().mapToLong(r -> r.survivors()[samples - 1]).sum();
        if (accepted == 0) {
            return new LearningPoint(samples, 0, 0, new Interval(0, bound(samples)), Optional.empty());
        }
        double reach = student(jackknife) * p.standardError();
        Interval interval =
                new Interval(StrictMath.exp(p.value() - reach), Math.min(1, StrictMath.exp(p.value() + reach)));
        return new LearningPoint(samples, accepted, StrictMath.exp(p.value()), interval, accuracy(samples, jackknife));
    }

    /** The most that p can be where all replicas have lost all particles: that of the last number of samples at which one had some. */
    private double bound(int samples) {
        int last = samples - 1;
        while (last > 0 && jackknife(last).logMean().value() == Double.NEGATIVE_INFINITY) {
            last--;
        }
        return last == 0 ? 1 : point(last).probabilityInterval().high();
    }

    private Optional<TestAccuracy> accuracy(int samples, Jackknife jackknife) {
        int point = task.tested().indexOf(samples);
        if (point < 0) {
            return Optional.empty();
        }
        double[] means = new double[replicas.size()];
        WeightedSample all = new WeightedSample();
        long networks = 0;
        for (int r = 0; r < means.length; r++) {
            float[] accuracies = replicas.get(r).accuracies()[point];
            double sum = 0;
            for (float accuracy : accuracies) {
                sum += accuracy;
                all.add(accuracy, jackknife.share(r));
            }
            networks += accuracies.length;
            means[r] = accuracies.length == 0 ? 0 : sum / accuracies.length;
        }
        Jackknife.Estimate mean = jackknife.mean(means);
        double reach = student(jackknife) * mean.standardError();
        Interval interval = Double.isNaN(reach)
                ? Interval.UNKNOWN
                : new Interval(Math.max(0, mean.value() - reach), Math.min(1, mean.value() + reach));
        return Optional.of(new TestAccuracy(
                mean.value(), mean.standardError(), interval, Math.sqrt(all.variance()), all.quantiles(), networks));
    }

    private static double student(Jackknife jackknife) {
        return jackknife.count() < 2
                ? Double.NaN
                : StudentT.twoSided(Interval.CONFIDENCE, Math.max(1, jackknife.effectiveReplicas() - 1));
    }

    Diagnostics diagnostics(CurveSettings how, StepLengths lengths) {
        int samples = task.samples();
        Jackknife last = jackknife(samples);
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        task.noteOneClass(diagnostics);
        diagnostics.value("replicas", replicas.size());
        diagnostics.value("effectiveReplicas", last.effectiveReplicas());
        diagnostics.value("probabilityError", last.logMean().standardError());
        diagnostics.series("steps", series(n -> lengths.steps()[n][0]));
        diagnostics.series("moved", series(this::moved));
        long lost =
                replicas.stream().filter(r -> r.survivors()[samples - 1] == 0).count();
        if (lost > 0) {
            diagnostics.note(lost + " of " + replicas.size() + " replicas lost all particles before the last sample");
        }
        if (replicas.size() < FEW_REPLICAS) {
            diagnostics.doubt("errors from fewer than " + FEW_REPLICAS + " replicas mean little");
        } else if (!(last.effectiveReplicas() >= Math.max(LEAST_EFFECTIVE, replicas.size() / 2.0))) {
            diagnostics.doubt(String.format(
                    Locale.ROOT,
                    "the replicas disagree: at %d samples %d of them are worth %.1f; more particles or sweeps make"
                            + " them more alike",
                    samples,
                    replicas.size(),
                    last.effectiveReplicas()));
        }
        IntStream.range(0, samples)
                .filter(n -> moved(n) > 0 && moved(n) < LEAST_MOVED)
                .findFirst()
                .ifPresent(n -> diagnostics.doubt("from " + (n + 1) + " samples on a sweep moves fewer than "
                        + Math.round(100 * LEAST_MOVED) + "% of the particles"));
        if (how.relativeError() > 0 && !(relativeError() <= how.relativeError())) {
            diagnostics.doubt("the probability did not reach the wanted relative error " + how.relativeError());
        }
        return diagnostics.build();
    }

    private double moved(int sample) {
        return replicas.stream().mapToDouble(r -> r.moved()[sample]).average().orElse(0);
    }

    private List<Double> series(IntToDoubleFunction of) {
        return IntStream.range(0, task.samples()).mapToDouble(of).boxed().toList();
    }

    /** The kept particles of all replicas, with the replicas' weights. */
    AcceptedNetworks networks() {
        List<List<float[]>> layers =
                replicas.stream().flatMap(r -> r.layers().stream()).toList();
        if (layers.isEmpty()) {
            return AcceptedNetworks.NONE;
        }
        int samples = task.tested().getLast();
        Jackknife jackknife = jackknife(samples);
        double[] weights = new double[layers.size()];
        int[] groups = new int[layers.size()];
        float[] accuracies = new float[layers.size()];
        double total = IntStream.range(0, replicas.size())
                .filter(r -> !replicas.get(r).layers().isEmpty())
                .mapToDouble(jackknife::share)
                .sum();
        int next = 0;
        for (int r = 0; r < replicas.size(); r++) {
            int kept = replicas.get(r).layers().size();
            for (int i = 0; i < kept; i++) {
                weights[next] = jackknife.share(r) / total / kept;
                groups[next] = r;
                accuracies[next++] = replicas.get(r).accuracies()[task.last()][i];
            }
        }
        return new AcceptedNetworks(samples, layers, weights, groups, accuracies);
    }

    /** How many particles of each replica had each sample right, and the accuracies of all tested networks. */
    String digest() {
        AcceptedDigest digest = new AcceptedDigest();
        for (CurveReplica replica : replicas) {
            Arrays.stream(replica.survivors()).forEach(count -> digest.add(count, 0, 0));
            for (float[] accuracies : replica.accuracies()) {
                for (int i = 0; i < accuracies.length; i++) {
                    digest.add(i, accuracies[i], 0);
                }
            }
        }
        return digest.value();
    }
}
