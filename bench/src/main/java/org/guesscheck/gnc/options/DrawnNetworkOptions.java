package org.guesscheck.gnc.options;

import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.OptionNames;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The network, and the prior that its weights are drawn from. */
public final class DrawnNetworkOptions {
    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--prior",
            defaultValue = "gauss",
            completionCandidates = Allowed.Priors.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String prior;

    @Option(names = "--normalize", description = "Divide the product by its norm before the losses.")
    private boolean normalize;

    /**
     * The network with its prior.
     *
     * @throws org.guesscheck.gnc.text.InputException if a name is not an allowed one
     */
    public Network network() {
        Prior weights = OptionNames.prior(Choice.of("--prior", prior, OptionNames.PRIORS));
        Network plain = network.network().with(weights);
        return normalize ? plain.normalize() : plain;
    }
}
