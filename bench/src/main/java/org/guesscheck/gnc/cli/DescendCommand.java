package org.guesscheck.gnc.cli;

import java.io.IOException;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.DescentOptions;
import org.guesscheck.gnc.options.EnsembleOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.NetworkOptions;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.options.ProgressOptions;
import org.guesscheck.gnc.options.RunFileOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gradient descent: one run, or many from other initial weights. */
@Command(
        name = "descend",
        description = "Runs gradient descent on one problem and network, once or from many initial weights.",
        footer = {
            "",
            "Example: gnc descend --depth 3 --lr 0.01 --epochs 20000 --init-scale 0.001 --history loss.csv",
            "         gnc descend --optimizer gd --lr 0.3 --init-scale 1 --runs 10000 --stop-at 0.02 --csv runs.csv",
            "         gnc descend --optimizer gd --lr 0.3 --init-scale 1 --runs 1e6 --master spark://host:7077"
        })
final class DescendCommand extends GncCommand {
    @Mixin
    ProblemOptions problem;

    @Mixin
    NetworkOptions network;

    @Mixin
    DescentOptions recipe;

    @Mixin
    EnsembleOptions ensemble;

    @Mixin
    SamplerOptions computing;

    @Mixin
    ClusterOptions cluster;

    @Mixin
    RunFileOptions files;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of the initial weights (${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    ProgressOptions showing;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        ProgressLine progress = showing.line();
        recipe.check();
        computing.check();
        cluster.check();
        ensemble.check();
        files.check(ensemble.runs().isPresent());
        if (cluster.asked() && ensemble.runs().isEmpty()) {
            throw new InputException(
                    "--master " + cluster.master() + ": allowed only with --runs, since one run can't be divided");
        }
        Problem asked = problem.problem(this::interrupted);
        GradientDescent descent = recipe.descent(asked, network.network())
                .seed(seed)
                .threads(computing.threads().orElse(Runtime.getRuntime().availableProcessors()));
        if (descent.large() && !computing.backend().equals("auto")) {
            throw new InputException("--backend " + computing.backend()
                    + ": allowed only for runs of fewer than 2^24 multiplications in a forward pass; larger ones"
                    + " multiply whole matrices, and -Dguesscheck.products says by what");
        }
        if (cluster.asked()) {
            DividedDescents.require(descent);
        }
        try {
            ManyDescents many = new ManyDescents(ensemble, files, computing, recipe.stopAt(), json);
            if (cluster.asked()) {
                ClusterWork work = new ClusterWork(
                        cluster, computing, progress, "descend", program().debug());
                return many.run(descent, seed, this::interrupted, work);
            }
            return ensemble.runs().isPresent()
                    ? many.run(descent, seed, this::interrupted, progress)
                    : new OneDescent(asked, recipe, files, json)
                            .run(descent, computing.backend(), this::interrupted, progress);
        } finally {
            progress.clear();
        }
    }
}
