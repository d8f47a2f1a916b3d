package org.guesscheck.gnc.cli;

import java.nio.file.Path;
import org.guesscheck.gnc.check.TruthCase;
import org.guesscheck.gnc.check.TruthCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Acceptance probabilities and means beside those of an independent brute force. */
@Command(
        name = "truth",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares with the answers in DIR/truth.json, within 4 combined standard errors.")
final class CheckTruth extends Check {
    @Parameters(paramLabel = "DIR", description = "Directory of truth.json and its problems.")
    Path directory;

    @Override
    void run(Verdicts verdicts) {
        for (TruthCase c : TruthCase.read(directory)) {
            verdicts.accept(TruthCheck.run(c, TruthCheck.fullDraws(c), cancelled()));
        }
    }
}
