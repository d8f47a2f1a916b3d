package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.bench.page.BenchPage;
import org.guesscheck.bench.suite.Comparison;
import org.guesscheck.bench.suite.Measured;
import org.guesscheck.bench.suite.MeasuredJson;
import org.guesscheck.bench.suite.MeasuredText;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.bench.suite.Suite;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.sweep.Machine;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast this machine is. */
@Command(
        name = "bench",
        description = {
            "Measures this machine: its FMA peak and memory bandwidths, then normals, draws, products and epochs a"
                + " second on every backend, with the share of that peak. Takes up to 3 minutes; nothing else should"
                + " run at the same time.",
            "Exit codes of --compare: 0 nothing became slower beyond noise, 1 something did, 3 can't tell, since the"
                    + " rounds of some figures scatter too much or the runs have no figure in common."
        },
        footer = {
            "",
            "Examples: gnc bench --quick --json new.json --compare old.json",
            "          gnc bench --json new.json --page bench.html",
            "          gnc bench --page bench.html --history january.json new.json"
        })
final class BenchCommand extends GncCommand {
    private static final String STANDARD_OUTPUT = "-";

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
            description = "Print the ratios to an earlier run's rates; slower beyond noise is exit code 1,"
                    + " can't tell 3.")
    Path compare;

    @Option(
            names = "--page",
            paramLabel = "FILE.html",
            description = "Write a page that needs no other file: roofline, scaling with threads, and history.")
    Path page;

    @Option(
            names = "--history",
            arity = "1..*",
            paramLabel = "FILE.json",
            description =
                    "Measure nothing: --page shows these runs, files of --json. The latest one is shown in full; rates"
                            + " are compared among runs of its machine.")
    List<Path> history;

    @Option(names = "--quick", description = "Fewer sizes, in a minute.")
    boolean quick;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only the figures whose names contain this text, such as draws/w5-d2/ or gemm, with the"
                    + " FMA peak that their shares need.")
    String only;

    @Override
    public Integer call() throws IOException {
        if (page != null) {
            AtomicFile.requireWritableFile(page, "--page");
        }
        if (history != null) {
            return recorded();
        }
        boolean printed = json != null && json.toString().equals(STANDARD_OUTPUT);
        if (json != null && !printed) {
            AtomicFile.requireWritableFile(json, "--json");
        }
        RecordedRun earlier = compare == null ? null : MeasuredJson.read(compare.toString(), Json.read(compare));
        Suite suite = new Suite(quick);
        if (only != null && suite.keepOnly(only) == 0) {
            throw new InputException("--only " + only + ": no figure has this in its name; a part of a name such as"
                    + " draws/w5-d2/vector-512 is allowed");
        }
        ProgressLine progress = new ProgressLine();
        Measured measured;
        try {
            measured = suite.run(progress::show, this::interrupted);
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
        if (page != null) {
            BenchPage.write(page, List.of(MeasuredJson.read("this run", result)));
        }
        return earlier == null ? ExitCode.DONE : compared(earlier, measured, printed);
    }

    /** The page of recorded runs. */
    private int recorded() throws IOException {
        if (page == null) {
            throw new InputException("--history: needs --page FILE.html, the page that shows these runs");
        }
        if (json != null || compare != null || quick || only != null) {
            throw new InputException(
                    "--history: measures nothing, so --json, --compare, --quick and --only are not allowed"
                            + " beside it");
        }
        BenchPage.write(
                page,
                history.stream()
                        .map(file -> MeasuredJson.read(file.toString(), Json.read(file)))
                        .toList());
        System.out.println(page);
        return ExitCode.DONE;
    }

    private int compared(RecordedRun earlier, Measured measured, boolean printed) {
        if (!earlier.origin().cpu().equals(Machine.cpu())) {
            System.err.println("note: " + compare + " is of another CPU: "
                    + earlier.origin().cpu());
        }
        Comparison comparison = Comparison.of(earlier, measured);
        (printed ? System.err : System.out).println(comparison.text());
        if (!comparison.regressions().isEmpty()) {
            return ExitCode.FAILED;
        }
        return comparison.comparable() && comparison.undecided().isEmpty() ? ExitCode.DONE : ExitCode.UNDECIDED;
    }
}
