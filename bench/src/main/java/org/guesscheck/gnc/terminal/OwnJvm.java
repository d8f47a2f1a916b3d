package org.guesscheck.gnc.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * The program in another JVM, with the options of this one. C2 compiles the Vector API well for the first widths that a JVM
 * uses; the vectors of the next width may stay objects, which is a thousand times slower.
 */
public final class OwnJvm {
    private OwnJvm() {}

    /**
     * Runs a command and waits for its end.
     *
     * @param program the class with the main method
     * @param command its arguments
     * @param lines told of every line of its standard output
     * @return its exit code
     */
    public static int run(Class<?> program, List<String> command, Consumer<String> lines) {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        whole.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        whole.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        whole.addAll(command);
        Process process = null;
        try {
            process = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = process.inputReader()) {
                output.lines().forEach(lines);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
