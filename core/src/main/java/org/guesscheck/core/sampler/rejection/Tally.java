package org.guesscheck.core.sampler.rejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.LossHistogram;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.TrustRules;

/** Folds claims, in order, into the estimates; its memory does not grow with the draws. For one thread at a time. */
final class Tally {
    private final double[] eps;
    private final Moments[] moments;
    private final LossHistogram[] histograms;
    private final PriorLosses prior = new PriorLosses();
    private final AcceptedDigest digest = new AcceptedDigest();
    private final List<AcceptedDraw> recorded = new ArrayList<>();
    private long draws;
    private long accepted;

    Tally(double[] eps) {
        this.eps = eps;
        moments = new Moments[eps.length];
        histograms = new LossHistogram[eps.length];
        for (int i = 0; i < eps.length; i++) {
            moments[i] = new Moments();
            histograms[i] = new LossHistogram();
        }
    }

    void add(ClaimResult claim) {
        draws += claim.draws;
        prior.add(claim);
        for (int i = 0; i < claim.accepted; i++) {
            float train = claim.trainLoss[i];
            float generalization = claim.generalizationLoss[i];
            accepted++;
            digest.add(claim.index[i], train, generalization);
            if (recorded.size() < RejectionRun.RECORDED) {
                recorded.add(new AcceptedDraw(claim.index[i], train, generalization));
            }
            for (int e = 0; e < eps.length; e++) {
                if (train < (float) eps[e]) {
                    moments[e].add(generalization);
                    histograms[e].add(generalization);
                }
            }
        }
    }

    long draws() {
        return draws;
    }

    long accepted() {
        return accepted;
    }

    /** Whether the posterior mean is known this well at every threshold. */
    boolean narrow(double relativeError) {
        return Arrays.stream(moments)
                .allMatch(m -> m.count() >= TrustRules.LEAST_ACCEPTED
                        && TrustRules.relativeError(m.mean(), m.standardError()) <= relativeError);
    }

    /** How many draws the wanted error takes, as far as the draws so far tell; most until they tell anything. */
    long needed(double relativeError, long most) {
        double reached = 0;
        for (Moments m : moments) {
            if (m.count() < TrustRules.LEAST_ACCEPTED) {
                return most;
            }
            reached = Math.max(reached, TrustRules.relativeError(m.mean(), m.standardError()));
        }
        return ProgressReports.needed(draws, reached, relativeError, most);
    }

    /** Whether the estimates can be trusted, by the rules of all samplers; a wanted relative error of 0 is none. */
    void judge(Diagnostics.Builder out, double relativeError) {
        List<ThresholdEstimate> estimates = estimates();
        TrustRules.judgeAccepted(out, estimates, "the number of accepted draws");
        if (TrustRules.judgeError(out, estimates, relativeError)) {
            out.note(TrustRules.REACHED);
        }
        prior.judge(out);
    }

    PriorMean prior() {
        return prior.mean();
    }

    List<AcceptedDraw> recorded() {
        return List.copyOf(recorded);
    }

    String digest() {
        return digest.value();
    }

    List<ThresholdEstimate> estimates() {
        List<ThresholdEstimate> all = new ArrayList<>();
        for (int e = 0; e < eps.length; e++) {
            long count = moments[e].count();
            Interval p = Interval.ofProbability(count, draws);
            all.add(new ThresholdEstimate(eps[e], count, (double) count / draws, p, generalizationLoss(e)));
        }
        return List.copyOf(all);
    }

    private Optional<GeneralizationLoss> generalizationLoss(int e) {
        long count = moments[e].count();
        if (count == 0) {
            return Optional.empty();
        }
        double mean = moments[e].mean();
        double error = moments[e].standardError();
        Interval interval = count < 2
                ? Interval.UNKNOWN
                : Interval.ofSkewed(mean, error, count - 1.0, moments[e].skewness() / Math.sqrt(count));
        return Optional.of(new GeneralizationLoss(mean, error, interval, histograms[e].quantiles()));
    }
}
