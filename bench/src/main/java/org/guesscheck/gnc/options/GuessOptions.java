package org.guesscheck.gnc.options;

import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.AutoSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** How guess and check samples: the method, and when it has enough. */
public final class GuessOptions {
    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws from the prior, also written 1e8; with --rel-error, the most draws.")
    private Long draws;

    @Option(
            names = "--sampler",
            completionCandidates = Allowed.Samplers.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (rejection with --draws, --rel-error or --reduce; with none"
                    + " of them auto, which takes the cheapest).")
    private String sampler;

    @Option(
            names = "--rel-error",
            paramLabel = "X",
            description =
                    "Sample until the mean has this relative standard error (0.03 with auto, 0.01 in gnc compare).")
    private Double relativeError;

    @Option(
            names = "--reduce",
            description =
                    "Rejection for wide networks with Gaussian prior: draw the product through fewer numbers than there"
                            + " are weights. The same distribution, other draws.")
    private boolean reduce;

    /**
     * Checks all that can be checked before the problem is known.
     *
     * @throws InputException if an option is not allowed
     */
    public void check() {
        name();
    }

    /**
     * The name of the method that is asked for, or of that which the other options leave.
     *
     * @throws InputException if there is no such method, or rejection lacks a number of draws
     */
    public String name() {
        boolean open = draws == null && relativeError == null;
        String name = sampler;
        if (name == null) {
            // Rejection needs a number of draws or an error; auto needs neither.
            name = open && !reduce ? AutoSampler.NAME : RejectionSampler.NAME;
        }
        Choice.of("--sampler", name, Sampler.NAMES);
        if (open && name.equals(RejectionSampler.NAME)) {
            throw new InputException("--draws: missing; rejection needs a number of draws or --rel-error, and"
                    + " --sampler auto needs neither");
        }
        return name;
    }

    /**
     * The sampler with these options.
     *
     * @throws InputException if an option is not allowed
     */
    public Sampler<?> sampler(Problem problem, Network network) {
        String name = name();
        Sampler<?> method = Sampler.named(name, problem, network);
        if (reduce) {
            if (!(method instanceof RejectionSampler rejection)) {
                throw new InputException("--reduce: for --sampler rejection only, not " + name);
            }
            method = rejection.reduce(true);
        }
        if (draws != null) {
            method = method.draws(draws);
        }
        return relativeError == null ? method : method.relativeError(relativeError);
    }

    /** Whether a relative error was asked for. */
    public boolean wantsError() {
        return relativeError != null;
    }
}
