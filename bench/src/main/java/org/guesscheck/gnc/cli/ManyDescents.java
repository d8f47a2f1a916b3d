package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.EnsembleCancelledException;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.arrays.EnsembleNpz;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.EnsembleJson;
import org.guesscheck.gnc.json.EnsembleResult;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.EnsembleOptions;
import org.guesscheck.gnc.options.RunFileOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;

/** Many runs of gradient descent: their table, and what is printed. */
final class ManyDescents {
    private final EnsembleOptions options;
    private final RunFileOptions files;
    private final SamplerOptions computing;
    private final OptionalDouble stopAt;
    private final boolean json;

    ManyDescents(
            EnsembleOptions options,
            RunFileOptions files,
            SamplerOptions computing,
            OptionalDouble stopAt,
            boolean json) {
        this.options = options;
        this.files = files;
        this.computing = computing;
        this.stopAt = stopAt;
        this.json = json;
    }

    /**
     * Runs all.
     *
     * @param first the first run, which has the given seed
     */
    int run(GradientDescent first, long seed, BooleanSupplier interrupted, ProgressLine progress) throws IOException {
        int asked = options.runs().orElseThrow();
        int threads = computing.threads().orElse(Runtime.getRuntime().availableProcessors());
        DescentEnsemble ensemble = DescentEnsemble.of(first.seed(seed))
                .runs(asked)
                .threads(threads)
                .backend(computing.backend())
                .cancelWhen(interrupted)
                .onProgress(new DescentProgressLine(progress)::show);
        String computedBy = ensemble.computedBy();
        long start = System.nanoTime();
        EnsembleOutcome outcome;
        int code;
        try {
            outcome = ensemble.run();
            code = ExitCode.DONE;
        } catch (EnsembleCancelledException e) {
            outcome = e.partial().orElseThrow(() -> e);
            code = ExitCode.INTERRUPTED;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        progress.clear();
        print(new EnsembleResult(outcome, asked, seed, stopAt, computedBy, threads, seconds), first.problem());
        if (code == ExitCode.INTERRUPTED) {
            System.err.println("gnc: interrupted; the result is that of the "
                    + outcome.runs().size() + " runs of " + asked + " that were over"
                    + (stopAt.isEmpty() ? "" : ", in which long runs are too rare, since short ones end first"));
        }
        return code;
    }

    /**
     * Runs all on a cluster.
     *
     * @param first the first run, which has the given seed and may be divided
     */
    int run(GradientDescent first, long seed, BooleanSupplier interrupted, ClusterWork work) throws IOException {
        int asked = options.runs().orElseThrow();
        DescentEnsemble ensemble = DescentEnsemble.of(first.seed(seed)).runs(asked);
        ClusterWork.Computed<EnsembleOutcome> computed =
                work.compute(interrupted, connected -> connected.compute(ensemble.divided()));
        Provenance by = computed.by();
        print(
                new EnsembleResult(computed.result(), asked, seed, stopAt, by.backend(), by.threads(), by.seconds()),
                first.problem());
        return ExitCode.DONE;
    }

    private void print(EnsembleResult result, Problem problem) throws IOException {
        if (options.csv().isPresent()) {
            AtomicFile.write(options.csv().get(), out -> RunsCsv.write(result, out));
        }
        if (files.npz().isPresent()) {
            AtomicFile.write(files.npz().get(), out -> EnsembleNpz.write(result.outcome(), problem, out));
        }
        System.out.println(json ? Json.print(EnsembleJson.write(result)) : EnsembleText.of(result));
    }
}
