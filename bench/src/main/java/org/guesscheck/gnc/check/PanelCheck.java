package org.guesscheck.gnc.check;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.SplitMix64;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.sweep.Seeds;

/** The trials of a panel at one width or depth, by splitting as the sweep runs it and by rejection. */
public final class PanelCheck {
    /** So that rejection's draws are not the sweep's. */
    private static final long STREAM = 0x9e6c63d0876a9a47L;

    private PanelCheck() {}

    /**
     * Compares every trial.
     *
     * @param config the panel
     * @param value one of its widths or depths
     * @param draws of rejection in each trial
     * @param relativeError of splitting
     * @param cancelled asked often; true stops the run
     * @param verdicts told of every comparison
     */
    public static void run(
            SweepConfig config,
            int value,
            long draws,
            double relativeError,
            BooleanSupplier cancelled,
            Consumer<Verdict> verdicts) {
        int index = config.values().indexOf(value);
        for (int trial = 0; trial < config.trials(); trial++) {
            Problem problem = Seeds.problem(config, trial);
            long seed = Seeds.draws(config, trial, index);
            Posterior splitting = SplittingSampler.of(problem, config.network(index))
                    .eps(config.eps())
                    .relativeError(relativeError)
                    .seed(seed)
                    .cancelWhen(cancelled)
                    .run();
            ThresholdEstimate rejection = RejectionSampler.of(problem, config.network(index))
                    .eps(config.eps())
                    .draws(draws)
                    .seed(SplitMix64.mix(seed ^ STREAM))
                    .cancelWhen(cancelled)
                    .run()
                    .thresholds()
                    .getFirst();
            String name = String.format(Locale.ROOT, "%s trial %d at %d", config.title(), trial, value);
            verdicts.accept(Agreement.of(name, rejection, splitting));
        }
    }
}
