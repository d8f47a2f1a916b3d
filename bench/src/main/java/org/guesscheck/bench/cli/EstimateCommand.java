package org.guesscheck.bench.cli;

import java.util.concurrent.Callable;
import org.guesscheck.bench.json.Json;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One posterior. */
@Command(
        name = "estimate",
        description = "Estimates the posterior of the generalization loss for one problem and network.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc estimate --width 5 --eps 0.02,0.1 --draws 1e8 --json"})
final class EstimateCommand implements Callable<Integer> {
    @ParentCommand
    Gnc gnc;

    @Mixin
    ProblemOptions problem;

    @Mixin
    NetworkOptions.WithPrior network;

    @Mixin
    SamplerOptions sampling;

    @Option(names = "--eps", required = true, split = ",", paramLabel = "E", description = "Acceptance thresholds.")
    double[] eps;

    @Option(
            names = "--draws",
            required = true,
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Draws from the prior, also written 1e8.")
    long draws;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        sampling.check();
        ProgressLine progress = new ProgressLine();
        RejectionSampler sampler = RejectionSampler.of(problem.problem(), network.network())
                .eps(eps)
                .draws(draws)
                .seed(seed)
                .backend(sampling.backend)
                .onProgress(progress)
                .cancelWhen(gnc.interruption::requested);
        sampling.threads().ifPresent(sampler::threads);
        Posterior posterior;
        try {
            posterior = sampler.run();
        } finally {
            progress.clear();
        }
        System.out.println(json ? Json.print(PosteriorOutput.json(posterior)) : PosteriorOutput.text(posterior));
        return Gnc.DONE;
    }
}
