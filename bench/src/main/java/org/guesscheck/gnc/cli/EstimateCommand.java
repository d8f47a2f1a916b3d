package org.guesscheck.gnc.cli;

import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.ClusterOptions;
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

    private final ProgressLine progress = new ProgressLine();

    @Override
    public Integer call() {
        cluster.check();
        return cluster.asked() ? onCluster() : here();
    }

    private int onCluster() {
        question.dividedSampler();
        ClusterWork work = new ClusterWork(
                cluster, question.sampling(), progress, program().debug());
        try {
            ClusterWork.Computed<Posterior> computed =
                    work.compute(question.method(this::interrupted).divided(), this::interrupted);
            Posterior p = computed.result();
            Provenance by = computed.by();
            Execution execution = new Execution(by.backend(), by.threads(), by.seconds());
            print(new Posterior(p.origin(), execution, p.prior(), p.thresholds(), p.accepted(), p.diagnostics()));
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }

    private int here() {
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
