package org.guesscheck.gnc.check;

import java.util.List;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.sweep.Seeds;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The trials of a panel at one width or depth, by splitting as the sweep runs it and by rejection. */
@Command(
        name = "panel",
        description = "Compares splitting with rejection in every trial of a preset's panel at one width or depth,"
                + " within 4 combined standard errors.")
final class PanelCheck extends Check {
    /** So that rejection's draws are not the sweep's. */
    private static final long STREAM = 0x9e6c63d0876a9a47L;

    @Parameters(paramLabel = "NAME", description = "A preset that is one panel, such as figure-2-linear.")
    private String preset;

    @Option(names = "--at", required = true, paramLabel = "N", description = "One of its widths or depths.")
    private int value;

    @Option(
            names = "--draws",
            defaultValue = "1e9",
            paramLabel = "N",
            description = "Draws of rejection in each trial (${DEFAULT-VALUE}).")
    private long draws;

    @Option(
            names = "--rel-error",
            defaultValue = "0.03",
            paramLabel = "X",
            description = "Of splitting (${DEFAULT-VALUE}).")
    private double relativeError;

    @Override
    void run(Verdicts verdicts) {
        SweepConfig config = panel();
        CellRecipe recipe = config.at(Point.of(value));
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
                    .cancelWhen(verdicts.cancelled())
                    .run();
            ThresholdEstimate rejection = RejectionSampler.of(problem, network)
                    .eps(eps)
                    .draws(draws)
                    .seed(SplitMix64.mix(seed ^ STREAM))
                    .cancelWhen(verdicts.cancelled())
                    .run()
                    .thresholds()
                    .getFirst();
            String name = config.title() + " " + cell.inWords(config);
            verdicts.add(Agreement.of(name, rejection, splitting));
        }
    }

    private SweepConfig panel() {
        List<SweepConfig> panels = Presets.named(preset);
        if (panels.size() != 1) {
            throw new InputException(preset + ": a group of panels; one panel, such as figure-2-linear, is allowed");
        }
        SweepConfig panel = panels.getFirst();
        List<Double> values = panel.axis().values();
        if (panel.axes().size() != 1) {
            throw new InputException(
                    preset + ": has two axes; a panel of one axis, such as figure-2-linear, is allowed");
        }
        if (!values.contains((double) value)) {
            List<String> allowed = values.stream().map(Numeral::text).toList();
            throw new InputException("--at: " + value + "; one of " + allowed + " is allowed");
        }
        return panel;
    }
}
