package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.guesscheck.core.comparison.Comparison;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.ComparisonProgress;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.AutoSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.arrays.ComparisonNpz;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.figure.Fonts;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.ComparisonJson;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.DescentOptions;
import org.guesscheck.gnc.options.EstimateOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The distributions of guess and check and of gradient descent side by side. */
@Command(
        name = "compare",
        description = "Compares what the prior, guess and check, and gradient descent find for one problem and network:"
                + " distributions of the generalization loss and how far they are apart.",
        footer = {
            "",
            "Gradient descent is taken at the first epoch whose training loss is below the threshold of guess and"
                    + " check, and after all epochs.",
            "",
            "Example: gnc compare --depth 2 --eps 0.02 --runs 1000 --lr 1e-2 --init-scale 1 --epochs 5000"
                    + " --figure compare.png"
        })
final class CompareCommand extends GncCommand {
    /** Distances take more accepted draws than a mean does. */
    private static final double RELATIVE_ERROR = 0.01;

    @Mixin
    EstimateOptions question;

    @Mixin
    DescentOptions recipe;

    @Option(
            names = "--runs",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Runs of gradient descent (${DEFAULT-VALUE}).")
    int runs;

    @Option(
            names = "--prior-draws",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Draws from the prior, whatever their training loss is (${DEFAULT-VALUE}).")
    int priorDraws;

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Draw the histograms; the name ends in .png, .svg or .pdf.")
    Path figure;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write histograms and quantiles as CSV.")
    Path csv;

    @Option(
            names = "--npz",
            paramLabel = "FILE",
            description =
                    "Write the losses and weights of all draws and runs, and the mean predicted matrices, as .npz.")
    Path npz;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() throws IOException {
        question.sampling().check();
        recipe.check();
        if (recipe.stopAt().isPresent()) {
            throw new InputException(
                    "--stop-at: not allowed here; gradient descent is compared at --eps and after all" + " its epochs");
        }
        boolean automatic = question.sampler().equals(AutoSampler.NAME);
        requireFiles();
        Sampler<?> sampler = question.method(this::interrupted);
        if (automatic && !question.wantsError()) {
            sampler = sampler.relativeError(RELATIVE_ERROR);
        }
        Problem problem = sampler.problem();
        Network network = sampler.network();
        GradientDescent descent = recipe.descent(problem, network).seed(question.seed());
        double eps = sampler.thresholds()[0];
        Comparison comparison = Comparison.of(sampler, descent)
                .runs(runs)
                .priorDraws(priorDraws)
                .seed(question.seed())
                .backend(question.sampling().backend())
                .threads(question.sampling()
                        .threads()
                        .orElse(Runtime.getRuntime().availableProcessors()))
                .onProgress(p -> progress.show(() -> text(p, eps)))
                .cancelWhen(this::interrupted);
        try {
            ComparisonOutcome outcome = comparison.run();
            progress.clear();
            if (figure != null) {
                ComparisonFiles.figure(figure, outcome, question(problem, network));
            }
            if (csv != null) {
                ComparisonFiles.csv(csv, outcome);
            }
            if (npz != null) {
                AtomicFile.write(npz, out -> ComparisonNpz.write(outcome, problem, out));
            }
            System.out.println(
                    json ? Json.print(ComparisonJson.write(outcome, problem)) : ComparisonText.text(outcome));
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }

    private void requireFiles() {
        if (figure != null) {
            if (FigureFiles.format(figure).isEmpty()) {
                throw new InputException("--figure " + figure + ": a name that ends in .png, .svg or .pdf is needed");
            }
            String reason = Fonts.whyNot();
            if (!reason.isEmpty()) {
                throw new InputException("--figure " + figure + ": " + reason);
            }
            AtomicFile.requireWritableFile(figure, "--figure");
        }
        if (csv != null) {
            AtomicFile.requireWritableFile(csv, "--csv");
        }
        if (npz != null) {
            AtomicFile.requireWritableFile(npz, "--npz");
        }
    }

    private static String text(ComparisonProgress p, double eps) {
        return String.format(Locale.ROOT, "%s: %.0f%%", ComparisonText.name(p.part(), eps), 100 * p.share());
    }

    private static String question(Problem problem, Network network) {
        return String.format(
                Locale.ROOT,
                "%d x %d, %d measurements; width %d, depth %d, %s, %s prior%s",
                problem.rows(),
                problem.cols(),
                problem.train().count(),
                network.width(),
                network.depth(),
                network.activation().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                network.prior().name().toLowerCase(Locale.ROOT),
                network.normalized() ? ", normalized" : "");
    }
}
