package org.guesscheck.bench.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.guesscheck.bench.check.DigestCheck;
import org.guesscheck.bench.check.NormalCheck;
import org.guesscheck.bench.check.TruthCase;
import org.guesscheck.bench.check.TruthCheck;
import org.guesscheck.bench.check.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks of the sampler that take too long for the tests. */
@Command(
        name = "check",
        description = "Checks the sampler on this machine, longer than the tests can.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc check normals --count 1e9"})
final class CheckCommand {
    @ParentCommand
    Gnc gnc;

    @Command(
            name = "truth",
            mixinStandardHelpOptions = true,
            description = "Compares with the answers in DIR/truth.json, within 4 combined standard errors.")
    int truth(
            @Parameters(paramLabel = "DIR", description = "Directory of truth.json and its problems.") Path directory) {
        Judge judge = new Judge();
        for (TruthCase c : TruthCase.read(directory)) {
            judge.accept(TruthCheck.run(c, TruthCheck.fullDraws(c), gnc.interruption::requested));
        }
        return judge.code();
    }

    @Command(
            name = "digests",
            mixinStandardHelpOptions = true,
            description = "Asks one question on scalar, vector-128, -256 and -512 and with 1, 2, 3 and 7 threads.")
    int digests(
            @Option(
                            names = "--draws",
                            defaultValue = "1e8",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "Draws of each (${DEFAULT-VALUE}).")
                    long draws) {
        Judge judge = new Judge();
        DigestCheck.run(draws, gnc.interruption::requested, judge);
        return judge.code();
    }

    @Command(
            name = "normals",
            mixinStandardHelpOptions = true,
            description = "Compares normal weights with the normal distribution: moments, chi-square, tails.")
    int normals(
            @Option(
                            names = "--count",
                            defaultValue = "1e9",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "How many (${DEFAULT-VALUE}).")
                    long count) {
        Judge judge = new Judge();
        NormalCheck.run(count, gnc.interruption::requested, judge);
        return judge.code();
    }

    /** Prints verdicts and remembers whether one failed. */
    private static final class Judge implements Consumer<Verdict> {
        private boolean failed;

        @Override
        public void accept(Verdict verdict) {
            failed |= !verdict.holds();
            System.out.println((verdict.holds() ? "ok    " : "WRONG ") + verdict.text());
        }

        int code() {
            return failed ? Gnc.FAILED : Gnc.DONE;
        }
    }
}
