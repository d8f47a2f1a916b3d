package org.guesscheck.gnc.cli;

import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
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

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        PartFiles parts = PartFiles.of(files, this::interrupted);
        Folding<Posterior> folding = folding(parts.any());
        Posterior posterior = parts.fold(folding, this::interrupted);
        System.err.println(parts + " from " + hosts(folding.hosts().size()));
        System.out.println(json ? Json.print(PosteriorJson.write(posterior)) : PosteriorText.text(posterior));
        return ExitCode.DONE;
    }

    private Folding<Posterior> folding(Part any) {
        try {
            return Sampler.folding(any);
        } catch (PartException e) {
            throw new InputException(files.getFirst() + ": " + e.getMessage());
        }
    }

    private static String hosts(int count) {
        return count == 1 ? "one machine" : count + " machines";
    }
}
