package org.guesscheck.core.sampler.splitting;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.Jackknife;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.splitting.Replica.AtLevel;
import org.guesscheck.core.sampler.work.TrustRules;

/** What splitting shows of its inside, and the checks that an estimate must pass to be called trustworthy. */
final class SplittingDiagnostics {
    /** Ancestors, or lineages, over all replicas below which an interval says little. */
    private static final double FEWEST = 100;

    /**
     * Effective ancestors that the mean must rest on at every level. With 16 replicas of 512 particles, nearly all ordinary
     * questions have 80 to 700, and those of which a rare mode carries the mean 2 to 50 (bench/docs/splitting.md).
     */
    private static final double FEWEST_LOSS_ANCESTORS = 50;

    /** The scatter of fewer replicas is not known well enough where few ancestors carry the mean. */
    private static final int FEWEST_UNEVEN_REPLICAS = 32;

    /** Moves that are accepted less often leave particles where they were copied. */
    private static final double LOWEST_ACCEPTANCE = 0.05;

    /** Replicas below which their scatter is not known well enough for an interval. */
    private static final int FEWEST_REPLICAS = 4;

    private final Diagnostics.Builder out = new Diagnostics.Builder();

    private SplittingDiagnostics() {}

    static Diagnostics of(
            SplittingPlan plan,
            List<Replica> replicas,
            float[] falling,
            long bytes,
            List<ThresholdEstimate> answers,
            double relativeError,
            String end) {
        SplittingDiagnostics d = new SplittingDiagnostics();
        int thresholds = falling.length;
        SplittingEstimates estimates = new SplittingEstimates(replicas);
        Jackknife jackknife = estimates.jackknife(thresholds - 1);
        double lineages = lineages(replicas);
        double ancestors = ancestors(replicas);
        d.out.value("replicas", replicas.size())
                .value("particles", plan.particles())
                .value("levels", plan.levels().size())
                .value("log10Probability", jackknife.logMean().value() / StrictMath.log(10))
                .value(SplittingRun.PROBABILITY_ERROR, jackknife.logMean().standardError())
                .value("relativeScatter", Math.sqrt(replicas.size() / jackknife.effectiveReplicas() - 1))
                .value("effectiveReplicas", jackknife.effectiveReplicas())
                .value("distinctAncestors", ancestors)
                .value("distinctLineages", lineages)
                .value("bytesPerReplica", bytes);
        d.out.series(
                "levelLoss", d.perLevel(plan, j -> (double) plan.levels().get(j).loss()));
        d.out.series(
                "levelStep", d.perLevel(plan, j -> (double) plan.levels().get(j).step()));
        d.out.series("levelSweeps", d.perLevel(plan, j ->
                (double) plan.levels().get(j).sweeps()));
        d.out.series("survivorFraction", d.perLevel(plan, j -> average(replicas, j, AtLevel::survivors)));
        List<Double> moves = d.perLevel(plan, j -> average(replicas, j, AtLevel::acceptance));
        d.out.series("moveAcceptance", moves);
        d.out.series("levelLossAncestors", d.perLevel(plan, estimates::lossAncestors));
        d.out.series(
                "replicaLog10Probability",
                replicas.stream()
                        .map(r -> r.thresholds().getLast().logProbability() / StrictMath.log(10))
                        .toList());
        d.out.note(end);
        if (plan.reached()) {
            d.judge(plan, replicas, jackknife, moves, ancestors, lineages);
            TrustRules.judgeError(d.out, answers, relativeError);
        } else {
            d.doubtReach(plan, falling[thresholds - 1]);
        }
        TrustRules.judgeAccepted(d.out, answers, "the effective number of accepted draws");
        estimates.priorSample().judge(d.out);
        return d.out.build();
    }

    /** How many times as many replicas would have as many ancestors and lineages as are needed; at most 1 if there are enough. */
    static double missingAncestors(SplittingPlan plan, List<Replica> replicas) {
        LossCarriers carriers = LossCarriers.of(replicas, plan.levels().size());
        double ofMean = carriers.level() < 0 ? 0 : FEWEST_LOSS_ANCESTORS / carriers.count();
        if (carriers.uneven()) {
            ofMean = Math.max(ofMean, (double) FEWEST_UNEVEN_REPLICAS / replicas.size());
        }
        return Math.max(ofMean, Math.max(FEWEST / ancestors(replicas), FEWEST / lineages(replicas)));
    }

    static double ancestors(List<Replica> replicas) {
        return replicas.stream().mapToInt(r -> r.end().ancestors()).sum();
    }

    private static double lineages(List<Replica> replicas) {
        return replicas.stream().mapToInt(r -> r.end().lineages()).sum();
    }

    private void doubtReach(SplittingPlan plan, float smallest) {
        out.doubt(
                plan.levels().isEmpty()
                        ? "the pilot run found no draw below its first level and did not reach eps " + smallest
                        : "the pilot run stopped at a training loss of "
                                + plan.levels().getLast().loss() + " and did not reach eps " + smallest + ": "
                                + plan.unreached().orElseThrow());
    }

    private void judge(
            SplittingPlan plan,
            List<Replica> replicas,
            Jackknife jackknife,
            List<Double> moves,
            double ancestors,
            double lineages) {
        long lost = replicas.stream().filter(Replica::lost).count();
        if (lost > 0) {
            out.doubt(lost + " of " + replicas.size() + " replicas lost all their particles");
        }
        if (replicas.size() < FEWEST_REPLICAS) {
            out.doubt(replicas.size() + " replicas are too few for an interval; " + FEWEST_REPLICAS + " are needed");
        }
        if (jackknife.effectiveReplicas() < replicas.size() / 2.0) {
            out.doubt(String.format(
                    Locale.ROOT,
                    "the replicas disagree: %d of them are worth %.1f",
                    replicas.size(),
                    jackknife.effectiveReplicas()));
        }
        if (ancestors < FEWEST) {
            out.doubt("all particles descend from " + (long) ancestors + " of the first level; " + (long) FEWEST
                    + " are needed");
        }
        if (lineages < FEWEST) {
            out.doubt("all particles descend from " + (long) lineages
                    + " that had moved away from those that they were copied from; " + (long) FEWEST + " are needed");
        }
        judgeLoss(plan, replicas);
        double lowest = moves.stream().mapToDouble(m -> m).min().orElse(0);
        if (lowest < LOWEST_ACCEPTANCE) {
            out.doubt(String.format(
                    Locale.ROOT,
                    "at one level %.3f of the moves were accepted; %s are needed",
                    lowest,
                    LOWEST_ACCEPTANCE));
        }
    }

    /** Doubts a mean that hung on few particles' descendants at some level, also where these have died out since. */
    private void judgeLoss(SplittingPlan plan, List<Replica> replicas) {
        LossCarriers carriers = LossCarriers.of(replicas, plan.levels().size());
        if (carriers.level() >= 0) {
            out.value("lossAncestors", carriers.count());
            if (carriers.count() < FEWEST_LOSS_ANCESTORS) {
                out.doubt(String.format(
                        Locale.ROOT,
                        "at a training loss of %.3g the mean generalization loss rested on the descendants of %.0f"
                            + " particles of the first level; %.0f are needed, since a rare mode of large losses may"
                            + " be missing",
                        plan.levels().get(carriers.level()).loss(),
                        carriers.count(),
                        FEWEST_LOSS_ANCESTORS));
            } else if (carriers.thin()) {
                out.doubt(carriers.doubt());
            }
        }
    }

    private List<Double> perLevel(SplittingPlan plan, Function<Integer, Double> value) {
        return IntStream.range(0, plan.levels().size()).boxed().map(value).toList();
    }

    private static double average(List<Replica> replicas, int level, ToDoubleFunction<AtLevel> number) {
        return replicas.stream()
                .mapToDouble(r -> number.applyAsDouble(r.levels().get(level)))
                .average()
                .orElseThrow();
    }
}
