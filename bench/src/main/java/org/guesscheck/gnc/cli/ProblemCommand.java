package org.guesscheck.gnc.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.arrays.ProblemFile;
import org.guesscheck.gnc.arrays.ProblemNpz;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.ProblemJson;
import org.guesscheck.gnc.options.GeneratedProblemOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A generated problem as JSON or arrays. */
@Command(
        name = "problem",
        description = "Writes a generated problem as JSON, or as .npz, NumPy's arrays.",
        footer = {"", "Example: gnc problem --rank 2 --measurements 22 --problem-seed 7 --out problem.json"})
final class ProblemCommand extends GncCommand {
    @Mixin
    GeneratedProblemOptions generator;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file (standard output); a name that ends in .npz gets arrays.")
    Path out;

    @Option(names = "--schema", description = "Print the JSON Schema of problem files instead.")
    boolean schema;

    @Override
    public Integer call() throws IOException {
        if (schema) {
            System.out.print(ProblemJson.schema());
            return ExitCode.DONE;
        }
        if (out != null) {
            AtomicFile.requireWritableFile(out, "--out");
        }
        BooleanSupplier stop = this::interrupted;
        Problem problem = generator.problem(stop);
        if (out == null) {
            // Not closed: standard output stays open.
            Writer text = new BufferedWriter(new OutputStreamWriter(System.out, System.out.charset()));
            write(problem, text, stop);
            text.flush();
            return ExitCode.DONE;
        }
        if (out.toString().endsWith(ProblemFile.ARRAYS)) {
            AtomicFile.write(out, stream -> ProblemNpz.write(problem, stream, stop));
            return ExitCode.DONE;
        }
        AtomicFile.write(out, stream -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            write(problem, text, stop);
            text.flush();
        });
        return ExitCode.DONE;
    }

    private static void write(Problem problem, Writer text, BooleanSupplier stop) throws IOException {
        ProblemJson.write(problem, text, stop);
        text.write(System.lineSeparator());
    }
}
