package org.guesscheck.bench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.guesscheck.bench.check.AllocationCheck;
import org.guesscheck.bench.check.DeepCheck;
import org.guesscheck.bench.check.DigestCheck;
import org.guesscheck.bench.check.GeneratorStream;
import org.guesscheck.bench.check.GridCheck;
import org.guesscheck.bench.check.NormalCheck;
import org.guesscheck.bench.check.PanelCheck;
import org.guesscheck.bench.check.TransformCheck;
import org.guesscheck.bench.check.TruthCase;
import org.guesscheck.bench.check.TruthCheck;
import org.guesscheck.bench.check.UsableBackends;
import org.guesscheck.bench.check.Verdict;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
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
            description =
                    "Asks one question on every backend that loads, with 1, 2, 3 and 7 threads, and with its chunks in"
                            + " other orders and pieces; every answer must have the same digest. Each narrower width of"
                            + " vectors has a JVM of its own.")
    int digests(
            @Option(
                            names = "--draws",
                            defaultValue = "1e8",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "Draws of each (${DEFAULT-VALUE}).")
                    long draws,
            @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
                    String backend) {
        Judge judge = new Judge();
        String digest = DigestCheck.run(backends(backend), draws, gnc.interruption::requested, judge);
        if (backend == null) {
            for (String name : UsableBackends.narrowerVectors()) {
                List<String> command = List.of("check", "digests", "--draws", Long.toString(draws), "--backend", name);
                judge.ask(command, line -> line.contains(digest));
            }
        }
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
                    long count,
            @Option(
                            names = "--seed",
                            defaultValue = "41",
                            paramLabel = "S",
                            description = "Another seed draws other normals (${DEFAULT-VALUE}).")
                    long seed,
            @Option(
                            names = "--backend",
                            defaultValue = "auto",
                            paramLabel = "NAME",
                            description = "Who draws; all give the same bits (${DEFAULT-VALUE}).")
                    String backend) {
        Choice.of("--backend", backend, Backends.names());
        Judge judge = new Judge();
        NormalCheck.run(count, seed, backend, gnc.interruption::requested, judge);
        return judge.code();
    }

    @Command(
            name = "transform",
            mixinStandardHelpOptions = true,
            description = "Compares the normal transform with mathematics over all of its 2^30 radii and 2^24 angles.")
    int transform() {
        Judge judge = new Judge();
        List<Backend> backends = new ArrayList<>(backends(null));
        UsableBackends.narrowerVectors().forEach(name -> backends.add(Backends.named(name)));
        TransformCheck.run(backends, gnc.interruption::requested, judge);
        return judge.code();
    }

    @Command(
            name = "allocation",
            mixinStandardHelpOptions = true,
            description = "Counts the bytes that chunks of draws allocate in steady state on every backend: none. Each"
                    + " narrower width of vectors has a JVM of its own.")
    int allocation(
            @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
                    String backend) {
        Judge judge = new Judge();
        AllocationCheck.run(backends(backend), gnc.interruption::requested, judge);
        if (backend == null) {
            for (String name : UsableBackends.narrowerVectors()) {
                judge.ask(List.of("check", "allocation", "--backend", name), line -> true);
            }
        }
        return judge.code();
    }

    @Command(
            name = "generator",
            mixinStandardHelpOptions = true,
            description =
                    "Writes the raw words of the generator to standard output as bytes, lowest first, until its reader"
                            + " ends: for programs that test generators.",
            footer = {"", "Example: gnc check generator --emit low-byte | dieharder -g 200 -d 102"})
    int generator(
            @Option(
                            names = "--emit",
                            required = true,
                            paramLabel = "PART",
                            description =
                                    "Of each word of 64 bits: word (all), high, low (a half), high-byte or low-byte"
                                            + " (the lowest 8 bits of a half).")
                    String part,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            paramLabel = "S",
                            description = "Another seed gives other words (${DEFAULT-VALUE}).")
                    long seed,
            @Option(
                            names = "--bytes",
                            converter = CountConverter.class,
                            paramLabel = "N",
                            description = "How many; without it, as many as are read.")
                    Long bytes)
            throws IOException {
        Choice.of("--emit", part, GeneratorStream.Part.options());
        if (bytes != null && bytes < 1) {
            throw new InputException("--bytes: " + bytes + "; at least 1 is allowed");
        }
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            GeneratorStream.write(
                    GeneratorStream.Part.named(part),
                    seed,
                    bytes == null ? Long.MAX_VALUE : bytes,
                    out,
                    gnc.interruption::requested);
        } catch (IOException e) {
            // The reader has seen enough and closed its end; who wanted a number of bytes did not get them.
            if (bytes != null) {
                throw e;
            }
        }
        return gnc.interruption.requested() ? Gnc.INTERRUPTED : Gnc.DONE;
    }

    private static List<Backend> backends(String name) {
        return name == null
                ? UsableBackends.all(CheckCommand::note)
                : List.of(Backends.named(Choice.of("--backend", name, Backends.names())));
    }

    private static void note(String text) {
        System.err.println("note: " + text);
    }

    /** Prints verdicts and remembers whether one failed. */
    private static final class Judge implements Consumer<Verdict> {
        private boolean failed;

        @Override
        public void accept(Verdict verdict) {
            failed |= !verdict.holds();
            System.out.println((verdict.holds() ? "ok    " : "WRONG ") + verdict.text());
        }

        /** Passes on the verdicts of a command in a JVM of its own, each of which must be as expected. */
        void ask(List<String> command, Predicate<String> expected) {
            boolean[] asExpected = {false};
            int code = OwnJvm.run(command, line -> {
                asExpected[0] = expected.test(line);
                failed |= !asExpected[0];
                System.out.println(asExpected[0] ? line : "WRONG, other than the first: " + line);
            });
            failed |= code != Gnc.DONE || !asExpected[0];
        }

        int code() {
            return failed ? Gnc.FAILED : Gnc.DONE;
        }
    }
}
