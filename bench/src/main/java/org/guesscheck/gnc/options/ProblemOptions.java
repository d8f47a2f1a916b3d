package org.guesscheck.gnc.options;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.arrays.ProblemFile;
import org.guesscheck.gnc.text.InputException;
import org.guesscheck.gnc.work.Interruptible;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The problem: from a file, or generated. */
public final class ProblemOptions {
    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description = "A problem file, JSON or .npz (- for standard input), instead of a generated problem.")
    private Path file;

    @Mixin
    private GeneratedProblemOptions generator;

    /**
     * Reads or makes the problem.
     *
     * @param stop asked often; true stops the work
     * @throws InputException if the file can't be read, or options of the generator are given beside it
     */
    public Problem problem(BooleanSupplier stop) {
        if (file == null) {
            return generator.problem(stop);
        }
        if (generator.given()) {
            throw new InputException("--problem " + file
                    + ": --rows, --cols, --rank, --measurements, --completion and --problem-seed are not"
                    + " allowed with it");
        }
        return Interruptible.call(stop, () -> ProblemFile.read(file));
    }
}
