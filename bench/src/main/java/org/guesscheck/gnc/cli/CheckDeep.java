package org.guesscheck.gnc.cli;

import org.guesscheck.gnc.check.DeepCheck;
import picocli.CommandLine.Command;

/** Splitting beside itself where nothing else reaches. */
@Command(
        name = "deep",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares splitting with itself, by other seeds and numbers of sweeps, at a p below 1e-20.")
final class CheckDeep extends Check {
    @Override
    void run(Verdicts verdicts) {
        DeepCheck.run(cancelled(), verdicts);
    }
}
