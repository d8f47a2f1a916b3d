package org.guesscheck.bench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guesscheck.bench.files.AtomicFile;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.bench.json.Json;
import org.guesscheck.bench.perf.Comparison;
import org.guesscheck.bench.perf.Measured;
import org.guesscheck.bench.perf.MeasuredJson;
import org.guesscheck.bench.perf.MeasuredText;
import org.guesscheck.bench.perf.Suite;
import org.guesscheck.bench.sweep.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How fast this machine is. */
@Command(
        name = "bench",
        description = {
            "Measures this machine: its FMA peak, then normals, draws, products and epochs a second on every backend,"
                    + " with the share of that peak. Takes up to 3 minutes; nothing else should run meanwhile.",
            "Exit code 1: --compare found that something became slower beyond noise."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc bench --quick --json new.json --compare old.json"})
final class BenchCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @ParentCommand
    Gnc gnc;

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            paramLabel = "FILE",
            description = "Write all figures as one JSON object to a file, or print it when no file is named.")
    Path json;

    @Option(
            names = "--compare",
            paramLabel = "OLD.json",
            description = "Print the ratios to an earlier run's rates; slower beyond noise is exit code 1.")
    Path compare;

    @Option(names = "--quick", description = "Fewer sizes, in 40 seconds.")
    boolean quick;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only the figures whose names contain this text, such as draws/w5-d2/ or gemm.")
    String only;

    @Override
    public Integer call() throws IOException {
        boolean printed = json != null && json.toString().equals(STANDARD_OUTPUT);
        if (json != null && !printed) {
            AtomicFile.requireWritableFile(json, "--json");
        }
        MeasuredJson.Earlier earlier =
                compare == null ? null : MeasuredJson.read(compare.toString(), Json.read(compare));
        Suite suite = new Suite(quick);
        if (only != null && suite.keepOnly(only) == 0) {
            throw new InputException("--only " + only + ": no figure has this in its name; a part of a name such as"
                    + " draws/w5-d2/vector-512 is allowed");
        }
        ProgressLine progress = new ProgressLine();
        Measured measured;
        try {
            measured = suite.run(progress::show, gnc.interruption::requested);
        } finally {
            progress.clear();
        }
        ObjectNode result = MeasuredJson.write(measured);
        (printed ? System.err : System.out).println(MeasuredText.of(measured));
        if (printed) {
            System.out.println(Json.print(result));
        } else if (json != null) {
            AtomicFile.write(json, Json.print(result) + "\n");
        }
        return earlier == null ? Gnc.DONE : compared(earlier, measured, printed);
    }

    private int compared(MeasuredJson.Earlier earlier, Measured measured, boolean printed) {
        if (!earlier.cpu().equals(Machine.cpu())) {
            System.err.println("note: " + compare + " is of another CPU: " + earlier.cpu());
        }
        Comparison comparison = Comparison.of(earlier, measured);
        (printed ? System.err : System.out).println(comparison.text());
        return comparison.regressions().isEmpty() ? Gnc.DONE : Gnc.FAILED;
    }
}
