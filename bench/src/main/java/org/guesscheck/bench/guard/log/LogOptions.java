package org.guesscheck.bench.guard.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options with which a JVM writes the log that {@link LogReader} reads. None of them changes the code that C2 makes. */
public final class LogOptions {
    /** Packages whose methods are left out if no method is named: their code matters where it is inlined. */
    private static final List<String> OF_THE_JDK = List.of("java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*");

    private LogOptions() {}

    /**
     * The options for a log of some methods.
     *
     * @param file may hold {@code %p}, for which the JVM puts its process
     * @param methods patterns as {@code CompileCommand} has them, such as {@code com.example.Dot*::*}; all but the JDK's if empty
     */
    public static List<String> of(Path file, List<String> methods) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-DisplayVMOutput",
                "-XX:+LogVMOutput",
                "-XX:LogFile=" + file,
                "-XX:+PrintCompilation",
                "-XX:+DebugNonSafepoints",
                // A JVM without a disassembler warns of that on its standard output.
                "-Xlog:os=off",
                "-XX:CompileCommand=quiet"));
        for (String command : List.of("PrintAssembly", "PrintInlining")) {
            for (String method : methods.isEmpty() ? List.of("*::*") : methods) {
                options.add("-XX:CompileCommand=" + command + "," + method);
            }
            for (String left : methods.isEmpty() ? OF_THE_JDK : List.<String>of()) {
                options.add("-XX:CompileCommand=" + command + "," + left + "::*,false");
            }
        }
        return options;
    }
}
