package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.guesscheck.bench.guard.Guard;
import org.guesscheck.bench.guard.GuardJson;
import org.guesscheck.bench.guard.GuardReport;
import org.guesscheck.bench.guard.GuardText;
import org.guesscheck.bench.guard.GuardedProcess;
import org.guesscheck.bench.guard.OwnKernels;
import org.guesscheck.bench.guard.UnreadableLogException;
import org.guesscheck.bench.guard.code.Objdump;
import org.guesscheck.bench.guard.log.LogOptions;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether C2 emits the vectors that were written. */
@Command(
        name = "guard",
        description = {
            "Examines the machine code that C2 makes of vector loops: boxed vectors, failed intrinsics, calls, vectors"
                    + " spilled to the stack, mixed widths, accesses that may straddle cache lines.",
            "Without --log and --, this project's kernels run in a JVM of their own; words choose those whose names"
                    + " contain one of them, and a word CLASS.METHOD the method that is reported. What follows -- is a"
                    + " command whose JVMs are examined.",
            "Exit codes: 0 no faults, 1 faults, or no vectors were seen."
        },
        customSynopsis = {
            "gnc guard [--json] [KERNEL | CLASS.METHOD]...",
            "      gnc guard [--json] [--method=PATTERN]... -- COMMAND [ARGUMENT...]",
            "      gnc guard [--json] --log=FILE...",
            "      gnc guard [--method=PATTERN]... --jvm-options=FILE"
        },
        footer = {
            "",
            "Example: gnc guard draws/w5-d2",
            "Example: gnc guard --method 'com.example.Dot*::*' -- java -jar benchmarks.jar Dot -f 1"
        })
final class GuardCommand extends GncCommand {
    @Parameters(
            paramLabel = "KERNEL|CLASS.METHOD",
            arity = "0..*",
            description = "Parts of names of this project's kernels, or their methods, or behind -- a command with its"
                    + " arguments.")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--method",
            paramLabel = "PATTERN",
            description = "Only these methods, as CompileCommand names them; a star at the start or the end of class or"
                    + " method stands for any letters. Default: all methods but the JDK's.")
    List<String> methods = new ArrayList<>();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Examine the log that a JVM wrote with the options of --jvm-options.")
    List<Path> logs = new ArrayList<>();

    @Option(
            names = "--jvm-options",
            paramLabel = "FILE",
            description = "Print the JVM options for a log in this file, and do no more; %%p in its name stands for the"
                    + " process.")
    Path logToWrite;

    @Option(names = "--json", description = "Print the report as one JSON object, and its words with the errors.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (logToWrite != null) {
            LogOptions.of(logToWrite, patterns()).forEach(System.out::println);
            return ExitCode.DONE;
        }
        String missing = Objdump.whyNot();
        if (!missing.isEmpty()) {
            throw new InputException(missing);
        }
        if (!logs.isEmpty()) {
            requireNoWords();
            for (Path log : logs) {
                if (!Files.isReadable(log) || Files.isDirectory(log)) {
                    throw new InputException("--log " + log + ": a file that can be read is needed");
                }
            }
            GuardReport report = examined(logs);
            if (report.methods().isEmpty() && report.faults().isEmpty()) {
                throw new InputException(
                        "--log " + logs.getFirst() + ": it holds no machine code of C2; a log that a JVM"
                                + " wrote with the options of --jvm-options is needed");
            }
            return told(report, 0);
        }
        boolean others = spec.commandLine().getParseResult().originalArgs().contains("--");
        if (others && words.isEmpty()) {
            throw new InputException("--: a command is needed behind it");
        }
        GuardedProcess.Launch launch = others ? GuardedProcess.any(words) : OwnKernels.launch(chosen());
        List<String> some = others ? patterns() : ownMethods();
        try (GuardedProcess process = started(launch, some)) {
            int code = process.await(this::interrupted);
            if (interrupted()) {
                throw new CancellationException("cancelled");
            }
            return told(examined(process.logs()), code);
        }
    }

    private GuardedProcess started(GuardedProcess.Launch launch, List<String> some) throws IOException {
        try {
            return GuardedProcess.start(launch, some, json);
        } catch (IOException e) {
            throw new InputException("the command could not be started: " + e.getMessage());
        }
    }

    private static GuardReport examined(List<Path> files) throws IOException {
        try {
            return Guard.examine(files);
        } catch (UnreadableLogException e) {
            throw new InputException(e.getMessage());
        }
    }

    /** Patterns in the form of {@code CompileCommand}; {@code Class.method} is taken too. */
    private List<String> patterns() {
        return methods.stream()
                .map(one -> one.contains("::") || one.contains(",") || !one.contains(".")
                        ? one
                        : one.substring(0, one.lastIndexOf('.')) + "::" + one.substring(one.lastIndexOf('.') + 1))
                .toList();
    }

    /** The methods of this project's kernels that are reported. A class that was loaded from a template has a number after its name. */
    private List<String> ownMethods() {
        List<String> some = new ArrayList<>(patterns());
        words.stream()
                .filter(GuardCommand::namesMethod)
                .map(word -> word.replace("::", "."))
                .map(word -> "*" + word.substring(0, word.lastIndexOf('.')) + "*::"
                        + word.substring(word.lastIndexOf('.') + 1))
                .forEach(some::add);
        return some.isEmpty() ? List.of(OwnKernels.METHODS) : some;
    }

    private static boolean namesMethod(String word) {
        return word.matches("[\\w$]+(\\.[\\w$]+)*(\\.|::)[\\w$]+");
    }

    private void requireNoWords() {
        if (!words.isEmpty()) {
            throw new InputException("--log: " + words.getFirst() + " has no meaning beside it");
        }
    }

    private List<String> chosen() {
        requireVectorBackend();
        List<String> all = OwnKernels.names();
        List<String> parts = words.stream().filter(word -> !namesMethod(word)).toList();
        List<String> chosen = all.stream()
                .filter(name -> parts.isEmpty() || parts.stream().anyMatch(name::contains))
                .toList();
        for (String word : parts) {
            if (all.stream().noneMatch(name -> name.contains(word))) {
                throw new InputException(word + ": no kernel has this in its name; there are " + String.join(", ", all)
                        + ", and -- before a command of another program");
            }
        }
        return chosen;
    }

    private static void requireVectorBackend() {
        Backends.describe().stream()
                .filter(backend -> backend.name().equals("vector") && !backend.usable())
                .findFirst()
                .ifPresent(backend -> {
                    throw new InputException("the kernels of the Vector API can't run here: " + backend.reason());
                });
    }

    private int told(GuardReport report, int code) {
        (json ? System.err : System.out).println(GuardText.of(report));
        if (json) {
            System.out.println(Json.print(GuardJson.of(report)));
        }
        if (code != 0) {
            System.err.println("gnc: the command ended with exit code " + code);
            return ExitCode.FAILED;
        }
        if (!report.sawVectors()) {
            System.err.println("gnc: C2 compiled no loop with vectors, so nothing is known: let the program run longer,"
                    + " or name other methods");
            return ExitCode.FAILED;
        }
        return report.faults().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
