package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.gnc.options.DescentOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.NetworkOptions;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One part of an ensemble of gradient descents. */
@Command(
        name = "descend",
        description = "Part K of N of the runs of gnc descend --runs with the same options.",
        footer = {
            "",
            "Example: gnc shard 3/7 descend --optimizer gd --lr 0.3 --init-scale 1 --stop-at 0.02 --runs 1e5 --out"
                    + " part-3"
        })
final class ShardDescendCommand extends GncCommand {
    @ParentCommand
    ShardCommand shard;

    @Mixin
    ProblemOptions problem;

    @Mixin
    NetworkOptions network;

    @Mixin
    DescentOptions recipe;

    @Mixin
    SamplerOptions computing;

    @Option(names = "--runs", required = true, paramLabel = "N", description = "Runs of all parts together.")
    int runs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of the first run's initial weights (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File of the part.")
    Path out;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() throws IOException {
        shard.number();
        recipe.check();
        computing.check();
        if (runs < 1) {
            throw new InputException("--runs " + runs + ": at least 1 is allowed");
        }
        GradientDescent descent = recipe.descent(problem.problem(this::interrupted), network.network());
        DividedDescents.require(descent);
        DescentEnsemble ensemble = DescentEnsemble.of(descent.seed(seed))
                .runs(runs)
                .threads(computing.threads().orElse(Runtime.getRuntime().availableProcessors()))
                .backend(computing.backend())
                .cancelWhen(this::interrupted)
                .onProgress(new DescentProgressLine(progress)::show);
        try {
            shard.compute(ensemble.divided(), out);
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }
}
