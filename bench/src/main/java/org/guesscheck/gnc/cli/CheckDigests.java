package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.gnc.check.DigestCheck;
import org.guesscheck.gnc.check.UsableBackends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One question, one digest: backends, threads and orders of chunks. */
@Command(
        name = "digests",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description =
                "Asks one question on every backend that loads, with 1, 2, 3 and 7 threads, and with its chunks in"
                        + " other orders and pieces; every answer must have the same digest. Each narrower width of"
                        + " vectors has a JVM of its own.")
final class CheckDigests extends Check {
    @Option(
            names = "--draws",
            defaultValue = "1e8",
            converter = CountConverter.class,
            paramLabel = "N",
            description = "Draws of each (${DEFAULT-VALUE}).")
    long draws;

    @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
    String backend;

    @Override
    void run(Verdicts verdicts) {
        String digest = DigestCheck.run(backends(backend), draws, cancelled(), verdicts);
        if (backend == null) {
            for (String name : UsableBackends.narrowerVectors()) {
                List<String> command = List.of("check", "digests", "--draws", Long.toString(draws), "--backend", name);
                verdicts.ask(command, line -> line.contains(digest));
            }
        }
    }
}
