package org.guesscheck.gnc.cli;

import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.AutoSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.Allowed;
import org.guesscheck.gnc.options.Choice;
import org.guesscheck.gnc.options.DrawnNetworkOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One posterior. */
@Command(
        name = "estimate",
        description = "Estimates the posterior of the generalization loss for one problem and network.",
        footer = {
            "",
            "Example: gnc estimate --width 5 --eps 0.02,0.1 --draws 1e8 --json",
            "         gnc estimate --width 160 --eps 0.02 --sampler auto --rel-error 0.01"
        })
final class EstimateCommand extends GncCommand {
    @Mixin
    ProblemOptions problem;

    @Mixin
    DrawnNetworkOptions network;

    @Mixin
    SamplerOptions sampling;

    @Option(names = "--eps", required = true, split = ",", paramLabel = "E", description = "Acceptance thresholds.")
    double[] eps;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws from the prior, also written 1e8; with --rel-error, the most draws.")
    Long draws;

    @Option(
            names = "--sampler",
            completionCandidates = Allowed.Samplers.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (rejection with --draws, --rel-error or --reduce; with none"
                    + " of them auto, which takes the cheapest).")
    String sampler;

    @Option(
            names = "--rel-error",
            paramLabel = "X",
            description = "Sample until the mean has this relative standard error (0.03 with auto).")
    Double relativeError;

    @Option(
            names = "--reduce",
            description =
                    "Rejection for wide networks with Gaussian prior: draw the product through fewer numbers than there"
                            + " are weights. The same distribution, other draws.")
    boolean reduce;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() {
        sampling.check();
        boolean open = draws == null && relativeError == null;
        if (sampler == null) {
            // Rejection needs a number of draws or an error; auto needs neither.
            sampler = open && !reduce ? AutoSampler.NAME : RejectionSampler.NAME;
        }
        Choice.of("--sampler", sampler, Sampler.NAMES);
        if (open && sampler.equals(RejectionSampler.NAME)) {
            throw new InputException("--draws: missing; rejection needs a number of draws or --rel-error, and"
                    + " --sampler auto needs neither");
        }
        Sampler<?> method = Sampler.named(sampler, problem.problem(this::interrupted), network.network());
        if (reduce) {
            if (!(method instanceof RejectionSampler rejection)) {
                throw new InputException("--reduce: for --sampler rejection only, not " + sampler);
            }
            method = rejection.reduce(true);
        }
        method = method.eps(eps)
                .seed(seed)
                .backend(sampling.backend())
                .onProgress(new SamplerProgress(sampler, progress))
                .cancelWhen(this::interrupted);
        if (sampling.threads().isPresent()) {
            method = method.threads(sampling.threads().getAsInt());
        }
        if (draws != null) {
            method = method.draws(draws);
        }
        if (relativeError != null) {
            method = method.relativeError(relativeError);
        }
        try {
            print(method.run());
            return ExitCode.DONE;
        } catch (SamplingCancelledException e) {
            Posterior partial = e.partial().orElseThrow(() -> e);
            print(partial);
            System.err.println("gnc: interrupted; the estimate is that of the "
                    + partial.origin().draws() + " draws until then");
            return ExitCode.INTERRUPTED;
        } finally {
            progress.clear();
        }
    }

    private void print(Posterior posterior) {
        progress.clear();
        System.out.println(json ? Json.print(PosteriorJson.write(posterior)) : PosteriorText.text(posterior));
    }
}
