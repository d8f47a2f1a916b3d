package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.gnc.check.GridCheck;
import org.guesscheck.gnc.config.OptionNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Splitting and the conditional estimator beside rejection, over many networks. */
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares splitting, and conditional where it applies, with rejection over activations, depths,"
                + " widths, priors and completion, within 4 combined standard errors.")
final class CheckGrid extends Check {
    @Option(names = "--activation", paramLabel = "NAME", description = "linear, tanh or leaky-relu alone (all).")
    String activation;

    @Option(
            names = "--draws",
            defaultValue = "1e8",
            converter = CountConverter.class,
            paramLabel = "N",
            description = "Draws of rejection in each case (${DEFAULT-VALUE}).")
    long draws;

    @Override
    void run(Verdicts verdicts) {
        List<Activation> all = List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU);
        if (activation != null) {
            Choice.of("--activation", activation, OptionNames.ACTIVATIONS);
        }
        List<Activation> asked = all.stream()
                .filter(a -> activation == null || a.kind() == OptionNames.activation(activation))
                .toList();
        GridCheck.run(asked, draws, cancelled(), verdicts);
    }
}
