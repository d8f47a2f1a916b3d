package org.guesscheck.core.sampler.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.work.PriorSample;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.Rounds;
import org.guesscheck.core.sampler.work.SamplingGoal;
import org.guesscheck.core.sampler.work.StoppingSchedule;
import org.guesscheck.core.sampler.work.TrustRules;

/** Folds chunks of a conditional run, or parts that other machines made of some of them, in order, until there are enough. */
public final class ConditionalTally implements PartFold<Posterior> {
    /** So few chunks say too little of their own error to stop at. */
    private static final long LEAST_CHUNKS = 4;

    private final SamplingGoal goal;
    private final String note;
    private final double[] eps;
    private final double relativeError;
    private final long chunks;
    private final ConditionalSums[] sums;
    private final int largest;
    private final PriorSample prior = new PriorSample();
    private final Diagnostics.Builder diagnostics = new Diagnostics.Builder();
    private final AcceptedDigest digest = new AcceptedDigest();
    private long folded;
    private boolean enough;
    private final StoppingSchedule schedule = new StoppingSchedule(LEAST_CHUNKS);

    /** Takes a goal, and how features are drawn in words for readers of the result; empty where each weight is drawn. */
    ConditionalTally(SamplingGoal goal, String note) {
        this.goal = goal;
        this.note = note;
        eps = goal.thresholds().asked();
        relativeError = goal.relativeError();
        chunks = chunks(goal);
        sums = new ConditionalSums[eps.length];
        for (int e = 0; e < eps.length; e++) {
            sums[e] = new ConditionalSums();
        }
        largest = IntStream.range(0, eps.length)
                .reduce((a, b) -> eps[b] > eps[a] ? b : a)
                .orElseThrow();
    }

    /** The chunks of a run: so few that their draws can be counted. */
    static long chunks(SamplingGoal goal) {
        return Math.min(Math.ceilDiv(goal.draws(), ConditionalRun.CHUNK), Long.MAX_VALUE / ConditionalRun.CHUNK);
    }

    /**
     * A fold of parts.
     *
     * @param shared what parts say of their question
     * @return a fold without chunks
     */
    public static ConditionalTally of(PartInput shared) {
        return new ConditionalTally(SamplingGoal.read(shared), shared.nextText());
    }

    void write(PartOutput shared) {
        goal.write(shared);
        shared.putText(note);
    }

    @Override
    public void add(PartInput results, long count) {
        while (!enough && !results.atEnd()) {
            add(ConditionalResults.read(results, folded, eps.length));
        }
    }

    @Override
    public boolean complete() {
        return enough || folded == chunks;
    }

    @Override
    public long pieces() {
        return chunks;
    }

    @Override
    public long wanted() {
        if (complete()) {
            return folded;
        }
        return goal.wantsError()
                ? Rounds.wanted(folded, Math.ceilDiv(total(), ConditionalRun.CHUNK), chunks, schedule.next())
                : chunks;
    }

    @Override
    public Posterior result(Provenance by) {
        return posterior(new Execution(by.backend(), by.threads(), by.seconds()));
    }

    /** Whether there are enough now. */
    boolean add(ConditionalWorker.Result result) {
        for (double loss : result.priorLoss()) {
            prior.add(loss);
        }
        for (int e = 0; e < eps.length; e++) {
            sums[e].add(result.thresholds()[e]);
        }
        digest(result);
        folded++;
        enough = relativeError > 0 && schedule.due() && Arrays.stream(sums).allMatch(this::narrow);
        return enough;
    }

    private boolean narrow(ConditionalSums sum) {
        return sum.effective() >= TrustRules.LEAST_ACCEPTED
                && TrustRules.relativeError(sum.mean(), sum.standardError()) <= relativeError;
    }

    /** How many draws there will be, as far as those that were made tell. */
    long total() {
        long most = chunks * ConditionalRun.CHUNK;
        if (!(relativeError > 0)) {
            return most;
        }
        double reached = 0;
        for (ConditionalSums sum : sums) {
            if (sum.effective() < TrustRules.LEAST_ACCEPTED) {
                return most;
            }
            reached = Math.max(reached, TrustRules.relativeError(sum.mean(), sum.standardError()));
        }
        return ProgressReports.needed(draws(), reached, relativeError, most);
    }

    private void digest(ConditionalWorker.Result result) {
        ConditionalChunk chunk = result.thresholds()[largest];
        for (int i = 0; i < ConditionalRun.CHUNK; i++) {
            if (chunk.probability[i] > 0) {
                double logProbability = chunk.logScale + StrictMath.log(chunk.probability[i]);
                long draw = result.chunk() * ConditionalRun.CHUNK + i;
                digest.add(draw, logProbability, chunk.loss[i] / chunk.probability[i]);
            }
        }
    }

    double effective() {
        return sums[largest].effective();
    }

    long draws() {
        return folded * ConditionalRun.CHUNK;
    }

    /** Whether nothing was folded yet. */
    boolean empty() {
        return folded == 0;
    }

    /** Notes that not all draws that were asked for are there. */
    void cancelled() {
        diagnostics.note("cancelled after " + draws() + " of " + chunks * ConditionalRun.CHUNK + " draws");
    }

    Posterior posterior(Execution execution) {
        List<ThresholdEstimate> estimates = new ArrayList<>();
        for (int e = 0; e < eps.length; e++) {
            estimates.add(estimate(eps[e], sums[e]));
        }
        judge(estimates);
        return new Posterior(
                new Origin(ConditionalRun.NAME, goal.seed(), draws(), digest.value()),
                execution,
                prior.mean(),
                estimates,
                List.of(),
                note.isEmpty() ? diagnostics.build() : diagnostics.build().notedFirst(List.of(note)));
    }

    private void judge(List<ThresholdEstimate> estimates) {
        List<Double> effective =
                Arrays.stream(sums).map(ConditionalSums::effective).toList();
        diagnostics.value("pointsPerDraw", ConditionalRun.POINTS);
        diagnostics.series(ConditionalRun.EFFECTIVE, effective);
        for (int e = 0; e < eps.length; e++) {
            if (effective.get(e) < TrustRules.LEAST_ACCEPTED) {
                diagnostics.doubt(String.format(
                        Locale.ROOT,
                        "eps %s: the effective sample size is %.0f, below %d, so that the error itself is not known",
                        eps[e],
                        effective.get(e),
                        TrustRules.LEAST_ACCEPTED));
            }
        }
        if (TrustRules.judgeError(diagnostics, estimates, relativeError)) {
            diagnostics.note(TrustRules.REACHED);
        }
        prior.judge(diagnostics);
    }

    private static ThresholdEstimate estimate(double eps, ConditionalSums sum) {
        Interval p = sum.probabilityInterval();
        Optional<GeneralizationLoss> loss = sum.effective() == 0 ? Optional.empty() : Optional.of(loss(sum));
        return new ThresholdEstimate(eps, sum.accepted(), sum.probability(), p, loss);
    }

    private static GeneralizationLoss loss(ConditionalSums sum) {
        Interval interval =
                Interval.ofSkewed(sum.mean(), sum.standardError(), Math.max(1, sum.effective() - 1), sum.skewness());
        return new GeneralizationLoss(sum.mean(), sum.standardError(), interval, sum.quantiles());
    }
}
