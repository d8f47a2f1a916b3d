package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.journal.DescentRuns;
import org.guesscheck.gnc.journal.Rung;

/**
 * The results of a cell, once both methods are done or have failed.
 *
 * @param id which cell
 * @param zeroMatrixLoss generalization loss of the matrix that is zero everywhere; NaN if there is no problem
 * @param baselines other losses to compare with
 * @param posterior of guess and check, unless it failed
 * @param descent the runs of gradient descent, unless they failed
 * @param failures what failed, and why
 */
public record Cell(
        CellId id,
        double zeroMatrixLoss,
        BaselineLosses baselines,
        Optional<Posterior> posterior,
        Optional<DescentRuns> descent,
        List<Failure> failures) {

    /** A cell of which both methods are done. */
    public Cell(CellId id, double zeroMatrixLoss, Posterior posterior, Descent descent) {
        this(id, zeroMatrixLoss, Optional.of(posterior), Optional.of(descent), List.of());
    }

    /** A cell without other baselines. */
    public Cell(
            CellId id,
            double zeroMatrixLoss,
            Optional<Posterior> posterior,
            Optional<Descent> descent,
            List<Failure> failures) {
        this(id, zeroMatrixLoss, BaselineLosses.UNKNOWN, posterior, descent.map(DescentRuns::of), failures);
    }

    /** The same with gradient descent. */
    Cell with(DescentWork.Part descended) {
        List<Failure> all = new ArrayList<>(failures);
        all.addAll(descended.failures());
        return new Cell(id, zeroMatrixLoss, baselines, posterior, descended.runs(), List.copyOf(all));
    }

    /** Whether a part of it has no result. */
    public boolean failed() {
        return !failures.isEmpty();
    }

    boolean lackedMemory() {
        return failures.stream().anyMatch(Failure::lackOfMemory);
    }

    /** Why a method, or the problem that it needs, failed. */
    public Optional<String> failure(String method) {
        return failures.stream()
                .filter(failure ->
                        failure.method().equals(method) || failure.method().equals(Failure.PROBLEM))
                .map(Failure::reason)
                .findFirst();
    }

    /** The estimate of the sweep's one threshold. */
    public Optional<ThresholdEstimate> estimate() {
        return posterior.map(found -> found.thresholds().getFirst());
    }

    /** Whether guess and check has an estimate that failed its checks. */
    public boolean doubtful() {
        return posterior.isPresent() && !posterior.get().diagnostics().trustworthy();
    }

    /** Whether the number of accepted draws is not a count, but that of independent draws that would tell as much. */
    public boolean effective() {
        return posterior.isPresent() && !posterior.get().origin().sampler().equals(RejectionSampler.NAME);
    }

    /** How many draws were accepted, a count or {@linkplain #effective an effective number}; 0 where that is not known. */
    public double accepted() {
        double accepted = estimate().map(ThresholdEstimate::accepted).orElse(0.0);
        return Double.isNaN(accepted) ? 0 : accepted;
    }

    /** Mean generalization loss of the accepted draws, NaN where none was accepted. */
    public double posteriorMean() {
        return estimate()
                .flatMap(ThresholdEstimate::generalizationLoss)
                .map(GeneralizationLoss::mean)
                .orElse(Double.NaN);
    }

    /** Mean generalization loss under the prior, NaN where it is unknown. */
    public double priorMean() {
        return posterior.map(found -> found.prior().mean()).orElse(Double.NaN);
    }

    /** Generalization loss that gradient descent ended with, the mean over initializations; NaN where there is none. */
    public double descentLoss() {
        return descent.map(DescentRuns::generalizationLoss).orElse(Double.NaN);
    }

    /**
     * Whether gradient descent did not fit the training data: some run did not converge, or in a sweep with a ladder of init scales no
     * rung let nearly all runs fit.
     */
    public boolean unfitted() {
        return descent.isPresent() && !descent.get().rung().map(Rung::fits).orElseGet(descent.get()::converged);
    }
}
