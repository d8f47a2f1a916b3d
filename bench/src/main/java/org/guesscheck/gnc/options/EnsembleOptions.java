package org.guesscheck.gnc.options;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** Many runs of gradient descent in place of one. */
public final class EnsembleOptions {
    /** Of so many runs the outcomes take about a gigabyte for a small matrix. */
    private static final int MOST_RUNS = 1_000_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "Run N times, from initial weights with the seeds S, S + 1, ..., and report the distribution.")
    private Integer runs;

    @Option(names = "--csv", paramLabel = "FILE", description = "With --runs: write a row for every run.")
    private Path csv;

    /**
     * Checks both before any work is done.
     *
     * @throws InputException if one is not allowed
     */
    public void check() {
        if (runs != null && (runs < 1 || runs > MOST_RUNS)) {
            throw new InputException("--runs " + runs + ": 1 to " + MOST_RUNS + " is allowed");
        }
        if (csv != null && runs == null) {
            throw new InputException("--csv " + csv + ": allowed only with --runs");
        }
        if (csv != null) {
            AtomicFile.requireWritableFile(csv, "--csv");
        }
    }

    /** How many runs were asked for; empty for one that is reported by itself. */
    public OptionalInt runs() {
        return runs == null ? OptionalInt.empty() : OptionalInt.of(runs);
    }

    /** Where the table of runs is written. */
    public Optional<Path> csv() {
        return Optional.ofNullable(csv);
    }
}
