package org.guesscheck.gnc.cli;

import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.DrawnNetworkOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.GuessOptions;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
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

    @Mixin
    GuessOptions guess;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() {
        sampling.check();
        guess.check();
        Sampler<?> method = guess.sampler(problem.problem(this::interrupted), network.network());
        method = method.eps(eps)
                .seed(seed)
                .backend(sampling.backend())
                .onProgress(new SamplerProgress(guess.name(), progress))
                .cancelWhen(this::interrupted);
        if (sampling.threads().isPresent()) {
            method = method.threads(sampling.threads().getAsInt());
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
