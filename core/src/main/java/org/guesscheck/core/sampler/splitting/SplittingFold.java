package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.work.SamplingGoal;
import org.guesscheck.core.sampler.work.Thresholds;
import org.guesscheck.core.sampler.work.TrustRules;

/** Folds replicas, or parts that other machines made of some of them, until there are enough; each look says where the next one is. */
public final class SplittingFold implements PartFold<Posterior> {
    private final SplittingSetup setup;
    private final SamplingGoal goal;
    private final SplittingPlan plan;
    private final float[] thresholds;
    private final List<Replica> replicas = new ArrayList<>();
    private int look;
    private long expected;

    /** Why there are enough; null until there are. */
    private String end;

    SplittingFold(SplittingSetup setup) {
        this.setup = setup;
        goal = setup.goal();
        plan = setup.plan();
        thresholds = goal.thresholds().falling();
        look = setup.first();
        expected = look;
    }

    /**
     * A fold of parts.
     *
     * @param shared what parts say of their question
     * @return a fold without replicas
     */
    public static SplittingFold of(PartInput shared) {
        return new SplittingFold(SplittingSetup.read(shared));
    }

    /** Takes the replicas that follow, up to the next look at most. */
    void add(List<Replica> next) {
        replicas.addAll(next);
        if (replicas.size() == look) {
            decide();
        }
    }

    @Override
    public void add(PartInput results, long count) {
        while (end == null && !results.atEnd()) {
            add(List.of(ReplicaResults.read(results)));
        }
    }

    @Override
    public boolean complete() {
        return end != null;
    }

    @Override
    public long pieces() {
        return setup.pieces();
    }

    @Override
    public long wanted() {
        return complete() ? replicas.size() : look;
    }

    /** How many replicas there will be, as far as is known. */
    long expected() {
        return expected;
    }

    @Override
    public Posterior result(Provenance by) {
        return posterior(replicas, new Execution(by.backend(), by.threads(), by.seconds()), end);
    }

    /** The posterior of replicas; with why there are so many. */
    Posterior posterior(List<Replica> done, Execution execution, String why) {
        SplittingEstimates estimates = new SplittingEstimates(done);
        List<ThresholdEstimate> answers = Arrays.stream(goal.thresholds().asked())
                .mapToObj(eps -> estimates.estimate(eps, Thresholds.position(thresholds, eps)))
                .toList();
        Diagnostics diagnostics =
                SplittingDiagnostics.of(plan, done, thresholds, setup.bytes(), answers, goal.relativeError(), why);
        long evaluations = setup.pilotEvaluations()
                + done.stream().mapToLong(Replica::evaluations).sum();
        return new Posterior(
                new Origin(SplittingRun.NAME, goal.seed(), evaluations, estimates.digest()),
                execution,
                estimates.prior(),
                answers,
                List.of(),
                diagnostics.notedFirst(setup.notes()));
    }

    /** Whether the replicas are enough, and how many to look at next if they are not. */
    private void decide() {
        int now = replicas.size();
        if (!plan.reached()) {
            end = now + " replicas bound the probability";
            return;
        }
        if (!goal.wantsError()) {
            end = now < setup.replicas()
                    ? "the budget of " + goal.draws() + " evaluations was spent after " + now + " of "
                            + setup.replicas() + " replicas"
                    : "all " + now + " replicas ran";
            return;
        }
        double wanted = goal.relativeError();
        double reached = error();
        double missing = missing();
        int most = setup.most();
        if ((reached > wanted || missing > 1) && now < most) {
            // Aim at what the scatter and the checks so far ask for, in steps that at most double the replicas.
            double needed = now * Math.max(reached * reached / (wanted * wanted), missing);
            look = (int) Math.min(most, Math.clamp(Math.ceil(needed), now + 2.0, 2.0 * now));
            expected = (long) Math.clamp(Math.ceil(needed), look, most);
            return;
        }
        end = String.format(
                Locale.ROOT,
                reached <= wanted
                        ? "the mean reached the relative error %s with %d replicas (%.3g)"
                        : "the budget was spent before the mean reached the relative error %s: %d replicas gave %.3g",
                wanted,
                now,
                reached);
    }

    /** How many times as many replicas it would take to pass the checks of ancestors and accepted draws; at most 1 if none. */
    private double missing() {
        double fewest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < thresholds.length; t++) {
            fewest = Math.min(fewest, new SplittingEstimates(replicas).accepted(t));
        }
        double ofAccepted = TrustRules.LEAST_ACCEPTED / fewest;
        // Where the number of accepted draws is not known, the error is not either, and more replicas run anyway.
        return Math.max(
                SplittingDiagnostics.missingAncestors(plan, replicas), Double.isNaN(ofAccepted) ? 0 : ofAccepted);
    }

    /** The largest relative error of the mean at a threshold; infinite while it is not known. */
    private double error() {
        SplittingEstimates estimates = new SplittingEstimates(replicas);
        double largest = 0;
        for (int t = 0; t < thresholds.length; t++) {
            double error = estimates.relativeError(t);
            largest = Math.max(largest, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
        }
        return largest;
    }
}
