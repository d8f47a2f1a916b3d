package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.EnsembleJson;
import org.guesscheck.gnc.json.EnsembleResult;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.parts.PartFiles;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The result of parts. */
@Command(
        name = "merge",
        description = "Prints what the divided command would have printed, from the files of gnc shard in any order:"
                + " the same estimates and digest; backends are those of all parts, threads the most of any, and"
                + " seconds their sum.",
        footer = {"", "Example: gnc merge part-* --json"})
final class MergeCommand extends GncCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of gnc shard.")
    List<Path> files;

    @Option(names = "--csv", paramLabel = "FILE", description = "Of descend: write a row for every run.")
    Path csv;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (csv != null) {
            AtomicFile.requireWritableFile(csv, "--csv");
        }
        PartFiles parts = PartFiles.of(files, this::interrupted);
        if (parts.method().equals(DescentEnsemble.NAME)) {
            print(ensemble(parts));
            return ExitCode.DONE;
        }
        if (csv != null) {
            throw new InputException("--csv " + csv + ": allowed only for parts of descend, which have runs");
        }
        Posterior posterior = fold(parts, parts.folding(Sampler::folding));
        System.out.println(json ? Json.print(PosteriorJson.write(posterior)) : PosteriorText.text(posterior));
        return ExitCode.DONE;
    }

    private <R> R fold(PartFiles parts, Folding<R> folding) {
        R result = parts.fold(folding, this::interrupted);
        int hosts = folding.hosts().size();
        System.err.println(parts + " from " + (hosts == 1 ? "one machine" : hosts + " machines"));
        return result;
    }

    private EnsembleResult ensemble(PartFiles parts) {
        Part any = parts.any();
        Folding<EnsembleOutcome> folding = parts.folding(DescentEnsemble::folding);
        EnsembleOutcome outcome = fold(parts, folding);
        double stopAt = Double.parseDouble(any.identity().settings().get(DescentEnsemble.STOP_BELOW));
        Provenance by = folding.provenance();
        return new EnsembleResult(
                outcome,
                outcome.runs().size(),
                outcome.runs().getFirst().seed(),
                stopAt > 0 ? OptionalDouble.of(stopAt) : OptionalDouble.empty(),
                by.backend(),
                by.threads(),
                by.seconds());
    }

    private void print(EnsembleResult result) throws IOException {
        if (csv != null) {
            AtomicFile.write(csv, out -> RunsCsv.write(result, out));
        }
        System.out.println(json ? Json.print(EnsembleJson.write(result)) : EnsembleText.of(result));
    }
}
