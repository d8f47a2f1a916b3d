package org.guesscheck.gnc.options;

import java.util.function.BooleanSupplier;
import org.guesscheck.core.sampler.AutoSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One question for a sampler. */
public final class EstimateOptions {
    @Mixin
    private ProblemOptions problem;

    @Mixin
    private DrawnNetworkOptions network;

    @Mixin
    private SamplerOptions sampling;

    @Option(names = "--eps", required = true, split = ",", paramLabel = "E", description = "Acceptance thresholds.")
    private double[] eps;

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

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    private long seed;

    /**
     * The name of the sampler: that which was asked for, or the one that suits the other options.
     *
     * @throws InputException if there is no such sampler, or it needs a number of draws
     */
    public String sampler() {
        boolean open = draws == null && relativeError == null;
        if (sampler == null) {
            // Rejection needs a number of draws or an error; auto needs neither.
            return open && !reduce ? AutoSampler.NAME : needsDraws(open, RejectionSampler.NAME);
        }
        return needsDraws(open, Choice.of("--sampler", sampler, Sampler.NAMES));
    }

    private static String needsDraws(boolean open, String name) {
        if (open && name.equals(RejectionSampler.NAME)) {
            throw new InputException("--draws: missing; rejection needs a number of draws or --rel-error, and"
                    + " --sampler auto needs neither");
        }
        return name;
    }

    /**
     * The name of the sampler, for work that is divided among machines.
     *
     * @throws InputException if there is none, or it can't be divided
     */
    public String dividedSampler() {
        String name = sampler();
        if (name.equals(AutoSampler.NAME)) {
            throw new InputException("--sampler auto: not for parts, since it may take another method after the first"
                    + " one's result; rejection, splitting or conditional is allowed");
        }
        return name;
    }

    /** Whether a relative error was asked for. */
    public boolean wantsError() {
        return relativeError != null;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** Threads and backend. */
    public SamplerOptions sampling() {
        return sampling;
    }

    /**
     * The sampler with all of its settings.
     *
     * @param stop asked often; true stops the making of the problem, and the sampler
     * @throws InputException if options do not fit each other
     */
    public Sampler<?> method(BooleanSupplier stop) {
        sampling.check();
        String name = sampler();
        Sampler<?> method = Sampler.named(name, problem.problem(stop), network.network());
        if (reduce) {
            if (!(method instanceof RejectionSampler rejection)) {
                throw new InputException("--reduce: for --sampler rejection only, not " + name);
            }
            method = rejection.reduce(true);
        }
        method = method.eps(eps).seed(seed).backend(sampling.backend()).cancelWhen(stop);
        if (sampling.threads().isPresent()) {
            method = method.threads(sampling.threads().getAsInt());
        }
        if (draws != null) {
            method = method.draws(draws);
        }
        return relativeError == null ? method : method.relativeError(relativeError);
    }
}
