package org.guesscheck.gnc.cli;

import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.check.NormalCheck;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many normal weights beside the normal distribution. */
@Command(
        name = "normals",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares normal weights with the normal distribution: moments, chi-square, tails.")
final class CheckNormals extends Check {
    @Option(
            names = "--count",
            defaultValue = "1e9",
            converter = CountConverter.class,
            paramLabel = "N",
            description = "How many (${DEFAULT-VALUE}).")
    long count;

    @Option(
            names = "--seed",
            defaultValue = "41",
            paramLabel = "S",
            description = "Another seed draws other normals (${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "Who draws; all give the same bits (${DEFAULT-VALUE}).")
    String backend;

    @Override
    void run(Verdicts verdicts) {
        Choice.of("--backend", backend, Backends.names());
        if (count < 1) {
            throw new InputException("--count " + count + ": at least 1 is allowed");
        }
        NormalCheck.run(count, seed, backend, cancelled(), verdicts);
    }
}
