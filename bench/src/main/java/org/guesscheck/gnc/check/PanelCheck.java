package org.guesscheck.gnc.check;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.core.sampler.ThresholdEstimate;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.sweep.Seeds;

/**
 * The trials of a panel at one value of its axis, by splitting as the sweep runs it and by rejection.
 *
 * @param config the panel
 * @param value one of its axis
 * @param draws of rejection in each trial
 * @param relativeError of splitting
 */
public record PanelCheck(SweepConfig config, int value, long draws, double relativeError) {
    /** So that rejection's draws are not the sweep's. */
    private static final long STREAM = 0x9e6c63d0876a9a47L;

    /**
     * Compares every trial.
     *
     * @param cancelled asked often; true stops the run
     * @param verdicts told of every comparison
     */
    public void run(BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        CellRecipe recipe = config.at(value);
        Network network = recipe.network().network();
        double eps = recipe.guess().eps();
        for (int trial = 0; trial < config.trials().count(); trial++) {
            CellId cell = new CellId(trial, value);
            Problem problem = recipe.problem().problem(Seeds.problem(config, trial));
            long seed = Seeds.draws(config, cell);
            Posterior splitting = SplittingSampler.of(problem, network)
                    .eps(eps)
                    .relativeError(relativeError)
                    .seed(seed)
                    .cancelWhen(cancelled)
                    .run();
            ThresholdEstimate rejection = RejectionSampler.of(problem, network)
                    .eps(eps)
                    .draws(draws)
                    .seed(SplitMix64.mix(seed ^ STREAM))
                    .cancelWhen(cancelled)
                    .run()
                    .thresholds()
                    .getFirst();
            String name = config.title() + " " + cell.inWords(config);
            verdicts.accept(Agreement.of(name, rejection, splitting));
        }
    }
}
