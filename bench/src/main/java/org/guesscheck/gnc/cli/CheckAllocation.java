package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.gnc.check.AllocationCheck;
import org.guesscheck.gnc.check.UsableBackends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the loop allocates in steady state. */
@Command(
        name = "allocation",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Counts the bytes that chunks of draws allocate in steady state on every backend: none. Each"
                + " narrower width of vectors has a JVM of its own.")
final class CheckAllocation extends Check {
    @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
    String backend;

    @Override
    void run(Verdicts verdicts) {
        AllocationCheck.run(backends(backend), cancelled(), verdicts);
        if (backend == null) {
            for (String name : UsableBackends.narrowerVectors()) {
                verdicts.ask(List.of("check", "allocation", "--backend", name), line -> true);
            }
        }
    }
}
