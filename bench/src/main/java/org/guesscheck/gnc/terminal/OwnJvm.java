package org.guesscheck.gnc.cli;

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
 * Another gnc in a JVM of its own, with the options of this one: C2 compiles the Vector API well for the first widths that a JVM
 * uses, and may leave the next one's vectors as objects, a thousand times slower.
 */
final class OwnJvm {
    private OwnJvm() {}

    /**
     * Runs a command and waits for its end.
     *
     * @param lines told of every line of its standard output
     * @return its exit code
     */
    static int run(List<String> command, Consumer<String> lines) {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        whole.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        whole.addAll(List.of("-cp", System.getProperty("java.class.path"), Gnc.class.getName()));
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
