package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.options.EstimateOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One part of a posterior. */
@Command(
        name = "estimate",
        description = "Part K of N of gnc estimate with the same options, for any sampler but auto.",
        footer = {"", "Example: gnc shard 3/7 estimate --width 40 --eps 0.02 --draws 1e10 --out part-3"})
final class ShardEstimateCommand extends GncCommand {
    @ParentCommand
    ShardCommand shard;

    @Mixin
    EstimateOptions question;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File of the part.")
    Path out;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() throws IOException {
        shard.number();
        String sampler = question.dividedSampler();
        // The other samplers' accepted draws are known when all parts are.
        String counting = sampler.equals(RejectionSampler.NAME) ? sampler : "";
        Sampler<?> method = question.method(this::interrupted).onProgress(new SamplerProgress(counting, progress));
        try {
            shard.compute(method.divided(), out);
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }
}
