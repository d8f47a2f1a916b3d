package org.guesscheck.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.guesscheck.bench.check.DeepCheck;
import org.guesscheck.bench.check.DigestCheck;
import org.guesscheck.bench.check.GridCheck;
import org.guesscheck.bench.check.NormalCheck;
import org.guesscheck.bench.check.PanelCheck;
import org.guesscheck.bench.check.TruthCase;
import org.guesscheck.bench.check.TruthCheck;
import org.guesscheck.bench.check.Verdict;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.core.network.Activation;
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
            name = "grid",
            mixinStandardHelpOptions = true,
            description =
                    "Compares splitting, and conditional where it applies, with rejection over activations, depths,"
                            + " widths, priors and completion, within 4 combined standard errors.")
    int grid(
            @Option(
                            names = "--activation",
                            paramLabel = "NAME",
                            description = "linear, tanh or leaky-relu alone (all).")
                    String activation,
            @Option(
                            names = "--draws",
                            defaultValue = "3e7",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "Draws of rejection in each case (${DEFAULT-VALUE}).")
                    long draws) {
        Judge judge = new Judge();
        List<Activation> all = List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU);
        if (activation != null) {
            Choice.of("--activation", activation, Names.ACTIVATIONS);
        }
        List<Activation> asked = all.stream()
                .filter(a -> activation == null || a.kind() == Names.activation(activation))
                .toList();
        GridCheck.run(asked, draws, gnc.interruption::requested, judge);
        return judge.code();
    }

    @Command(
            name = "deep",
            mixinStandardHelpOptions = true,
            description = "Compares splitting with itself, by other seeds and numbers of sweeps, at a p below 1e-20.")
    int deep() {
        Judge judge = new Judge();
        DeepCheck.run(gnc.interruption::requested, judge);
        return judge.code();
    }

    @Command(
            name = "panel",
            mixinStandardHelpOptions = true,
            description = "Compares splitting with rejection in every trial of a preset's panel at one width or depth,"
                    + " within 4 combined standard errors.")
    int panel(
            @Parameters(paramLabel = "NAME", description = "A preset that is one panel, such as figure-2-linear.")
                    String name,
            @Option(names = "--at", required = true, paramLabel = "N", description = "One of its widths or depths.")
                    int value,
            @Option(
                            names = "--draws",
                            defaultValue = "1e9",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "Draws of rejection in each trial (${DEFAULT-VALUE}).")
                    long draws,
            @Option(
                            names = "--rel-error",
                            defaultValue = "0.03",
                            paramLabel = "X",
                            description = "Of splitting (${DEFAULT-VALUE}).")
                    double relativeError) {
        List<SweepConfig> panels = Presets.named(name);
        if (panels.size() != 1) {
            throw new InputException(name + ": a group of panels; one panel, such as figure-2-linear, is allowed");
        }
        SweepConfig panel = panels.getFirst();
        if (!panel.values().contains(value)) {
            throw new InputException("--at: " + value + "; one of " + panel.values() + " is allowed");
        }
        Judge judge = new Judge();
        PanelCheck.run(panel, value, draws, relativeError, gnc.interruption::requested, judge);
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
