package org.guesscheck.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guesscheck.bench.files.AtomicFile;
import org.guesscheck.bench.json.Json;
import org.guesscheck.bench.json.ProblemJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A generated problem as JSON. */
@Command(
        name = "problem",
        description = "Writes a generated problem as JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc problem --rank 2 --measurements 22 --problem-seed 7 --out problem.json"})
final class ProblemCommand implements Callable<Integer> {
    @Mixin
    ProblemOptions.GeneratorOptions generator;

    @Option(names = "--out", paramLabel = "FILE", description = "The file (standard output).")
    Path out;

    @Override
    public Integer call() throws IOException {
        String text = Json.print(ProblemJson.write(generator.problem()));
        if (out == null) {
            System.out.println(text);
            return Gnc.DONE;
        }
        AtomicFile.requireWritableFile(out, "--out");
        AtomicFile.write(out, text + "\n");
        return Gnc.DONE;
    }
}
