package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;
import org.guesscheck.gnc.arrays.PosteriorNpz;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.EstimateOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.ProgressOptions;
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
            "         gnc estimate --width 160 --eps 0.02 --sampler auto --rel-error 0.01",
            "         gnc estimate --eps 0.02 --draws 1e12 --master spark://host:7077"
        })
final class EstimateCommand extends GncCommand {
    @Mixin
    EstimateOptions question;

    @Mixin
    ClusterOptions cluster;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(
            names = "--npz",
            paramLabel = "FILE",
            description = "Write the losses and weights of accepted draws and the mean predicted matrix as .npz.")
    Path npz;

    @Option(
            names = "--products",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "With --npz: also write the predicted matrices of the first N accepted draws of rejection, which"
                            + " are drawn again at some milliseconds each.")
    int products;

    @Option(
            names = "--slices",
            paramLabel = "DIR",
            description =
                    "Save finished work in DIR, every 2 to 60 s. After an interruption or a crash the same command goes"
                            + " on from there; the result is the same.")
    Path slices;

    @Mixin
    ProgressOptions showing;

    private ProgressLine progress;

    @Override
    public Integer call() throws IOException {
        progress = showing.line();
        cluster.check();
        if (npz != null && (cluster.asked() || slices != null)) {
            throw new InputException("--npz " + npz
                    + ": allowed only without --master and --slices, because parts of a run" + " keep no draws");
        }
        if (slices != null && cluster.asked()) {
            throw new InputException("--slices " + slices + ": allowed only without --master");
        }
        if (npz != null) {
            AtomicFile.requireWritableFile(npz, "--npz");
        }
        if (products != 0 && npz == null) {
            throw new InputException("--products " + products + ": allowed only with --npz");
        }
        if (slices != null) {
            return inSlices();
        }
        return cluster.asked() ? onCluster() : here();
    }

    private int inSlices() throws IOException {
        question.dividedSampler();
        Sampler<?> method = question.method(this::interrupted);
        SlicedEstimate sliced = new SlicedEstimate(method, slices, progress);
        try {
            print(sliced.run(this::interrupted), List.of(), method.problem());
            return ExitCode.DONE;
        } catch (CancellationException e) {
            progress.clear();
            System.err.println("gnc: interrupted; " + sliced.saved());
            return ExitCode.INTERRUPTED;
        } finally {
            progress.clear();
        }
    }

    private int onCluster() throws IOException {
        ClusterWork work = new ClusterWork(
                cluster, question.sampling(), progress, "estimate", program().debug());
        Sampler<?> method = question.method(this::interrupted);
        try {
            ClusterWork.Computed<Posterior> computed =
                    work.compute(this::interrupted, connected -> method.run(connected::compute));
            Posterior p = computed.result();
            Provenance by = computed.by();
            Execution execution = new Execution(by.backend(), by.threads(), by.seconds());
            print(
                    new Posterior(p.origin(), execution, p.prior(), p.thresholds(), p.accepted(), p.diagnostics()),
                    List.of(),
                    method.problem());
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }

    private int here() throws IOException {
        Sampler<?> method = question.method(this::interrupted)
                .onProgress(new SamplerProgress(question.sampler(), progress))
                .keepDraws(npz != null);
        AcceptedProducts again = AcceptedProducts.of(method, question.sampler(), products);
        try {
            Posterior posterior = method.run();
            List<float[]> predicted = again.make(posterior, this::interrupted, progress);
            print(posterior, predicted, method.problem());
            int expected = Math.min(products, posterior.accepted().size());
            if (predicted.size() < expected) {
                System.err.println("gnc: interrupted; the file has the products of " + predicted.size()
                        + " accepted draws instead of " + expected);
                return ExitCode.INTERRUPTED;
            }
            return ExitCode.DONE;
        } catch (SamplingCancelledException e) {
            Posterior partial = e.partial().orElseThrow(() -> e);
            print(partial, List.of(), method.problem());
            boolean undrawn = npz != null && partial.draws().isEmpty();
            System.err.println("gnc: interrupted; the estimate is that of the "
                    + partial.origin().draws() + " draws until then"
                    + (undrawn ? ", and " + npz + " lacks the losses and weights of all accepted draws" : "")
                    + (products == 0 ? "" : ", and there are no products"));
            return ExitCode.INTERRUPTED;
        } finally {
            progress.clear();
        }
    }

    private void print(Posterior posterior, List<float[]> predicted, Problem problem) throws IOException {
        progress.clear();
        if (npz != null) {
            AtomicFile.write(npz, out -> PosteriorNpz.write(posterior, predicted, problem, out));
        }
        System.out.println(json ? Json.print(PosteriorJson.write(posterior)) : PosteriorText.text(posterior));
    }
}
