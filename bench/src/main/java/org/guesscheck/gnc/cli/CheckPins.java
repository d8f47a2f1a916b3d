package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.gnc.check.PinnedDigests;
import org.guesscheck.gnc.check.UsableBackends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Small questions against the digests that are written down. */
@Command(
        name = "pins",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description =
                "Asks small questions of every sampler, prior, activation and optimizer on every backend that loads,"
                        + " and compares the digests with those that this version has on every machine. Each narrower"
                        + " width of vectors has a JVM of its own.")
final class CheckPins extends Check {
    @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
    String backend;

    @Option(
            names = "--print",
            description =
                    "Print this build's digests instead, as they are written down; for a change of bits that is meant.")
    boolean print;

    @Override
    void run(Verdicts verdicts) {
        if (print) {
            PinnedDigests.lines(backends(backend).getFirst(), System.out::println);
            return;
        }
        PinnedDigests.run(backends(backend), cancelled(), verdicts);
        if (backend == null) {
            for (String name : UsableBackends.narrowerVectors()) {
                verdicts.ask(List.of("check", "pins", "--backend", name), line -> true);
            }
        }
    }
}
