package org.guesscheck.gnc.cli;

import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.EstimateOptions;
import org.guesscheck.gnc.options.GncCommand;
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
    EstimateOptions question;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() {
        Sampler<?> method =
                question.method(this::interrupted).onProgress(new SamplerProgress(question.sampler(), progress));
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
