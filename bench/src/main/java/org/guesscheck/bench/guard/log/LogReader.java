package org.guesscheck.bench.guard.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the log that a JVM writes with the options of {@link LogOptions}, into a file ({@code LogFile}) or on its standard output. Several
 * compilers write into it at the same time; {@code writer} marks tell which of them the lines that follow are of.
 */
public final class LogReader {
    private static final Pattern WRITER = Pattern.compile("<writer thread='(\\d+)'/>");

    /** A line about a method: time, number, flags, level, name, entry of a loop, length, remark. */
    private static final Pattern TASK = Pattern.compile(
            "(?:Compiled method \\((c[12])\\))?\\s*\\d+\\s+(\\d+)\\s[ %snb!*]*([1-4])\\s+(\\S+::\\S+)(?: @ (-?\\d+))?"
                    + " \\(\\d+ bytes\\)(.*)");

    /** Some JVMs print {@code made not entrant} and other fates of older code in the same form. */
    private static final Pattern FATE = Pattern.compile("\\s*made not .*|\\s*made zombie.*");

    private static final Pattern ARGUMENT_ALIGNMENT = Pattern.compile("-XX:ObjectAlignmentInBytes=(\\d+)");
    private static final Pattern PROCESSOR = Pattern.compile("(?:^os\\.arch=|.* for [a-z]+-)(\\w+)(?: JRE.*)?$");
    private static final int DEFAULT_ALIGNMENT = 8;
    private static final int C2_LEVEL = 4;

    /** By writer. */
    private final Map<String, Task> running = new HashMap<>();

    /** Methods by the numbers of their compilations. */
    private final Map<Integer, String> names = new HashMap<>();

    private final List<Task> finished = new ArrayList<>();
    private final List<CompilerLog.GivenUp> givenUp = new ArrayList<>();
    private int alignment = DEFAULT_ALIGNMENT;
    private String processor = "";
    private boolean disassembled;
    private String writer = "";
    private MachineCodeReader code;

    private LogReader() {}

    /** A compilation by a compiler that works on one after the other. */
    private static final class Task {
        final int id;
        final int level;
        final InliningReader inlining = new InliningReader();
        MachineCodeReader code;

        Task(int id, int level) {
            this.id = id;
            this.level = level;
        }
    }

    /**
     * Reads a log.
     *
     * @throws IOException if the file can't be read
     */
    public static CompilerLog read(Path file) throws IOException {
        LogReader reader = new LogReader();
        // Names of methods may have any letters, and a log may end in the middle of one.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(line);
            }
        }
        return reader.log();
    }

    private void line(String line) {
        if (code != null) {
            if (code.takes(line)) {
                return;
            }
            code = null;
        }
        Matcher mark = WRITER.matcher(line);
        if (mark.find()) {
            writer = mark.group(1);
            return;
        }
        Task task = running.get(writer);
        if (line.equals("[MachCode]")) {
            if (task != null && task.code != null) {
                code = task.code;
            }
        } else if (line.startsWith("[Disassembly]")) {
            disassembled = true;
        } else if (task != null && task.code != null && task.code.takesHead(line)) {
            return;
        } else if (task != null && task.inlining.takes(line)) {
            return;
        } else {
            told(line, task);
        }
    }

    private void told(String line, Task task) {
        Matcher one = TASK.matcher(line);
        if (one.matches()) {
            about(one);
            return;
        }
        if (line.contains("COMPILE SKIPPED: ") && task != null && task.level == C2_LEVEL) {
            givenUp.add(new CompilerLog.GivenUp(
                    names.getOrDefault(task.id, "compilation " + task.id),
                    line.substring(line.indexOf("COMPILE SKIPPED: ") + "COMPILE SKIPPED: ".length())
                            .strip()));
            return;
        }
        Matcher given = ARGUMENT_ALIGNMENT.matcher(line);
        if (given.find()) {
            alignment = Integer.parseInt(given.group(1));
        }
        Matcher named = PROCESSOR.matcher(line);
        if (processor.isEmpty() && named.find()) {
            processor = named.group(1);
        }
    }

    private void about(Matcher one) {
        if (FATE.matcher(one.group(6)).matches()) {
            return;
        }
        int id = Integer.parseInt(one.group(2));
        int level = Integer.parseInt(one.group(3));
        Task task = running.get(writer);
        if (task == null || task.id != id) {
            task = new Task(id, level);
            running.put(writer, task);
            names.put(id, one.group(4));
        }
        if (one.group(1) != null && level == C2_LEVEL) {
            int entry = one.group(5) == null ? -1 : Integer.parseInt(one.group(5));
            task.code = new MachineCodeReader(id, one.group(4), entry);
            finished.add(task);
        }
    }

    private CompilerLog log() {
        List<CompiledMethod> methods = new ArrayList<>();
        for (Task task : finished) {
            if (task.code.complete()) {
                methods.add(task.code.method(task.inlining.decisions()));
            }
        }
        return new CompilerLog(methods, givenUp, alignment, processor, disassembled);
    }
}
