package org.guesscheck.bench.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine says of itself. */
public final class Machine {
    private Machine() {}

    /** The git revision that was built, with "-dirty" where it had changes; null where it is not known. */
    public static String revision() {
        try (InputStream in = Machine.class.getResourceAsStream("/org/guesscheck/bench/revision.txt")) {
            String revision = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return revision.isEmpty() ? null : revision;
        } catch (IOException e) {
            return null;
        }
    }

    /** The CPU's name as Linux knows it, elsewhere its architecture. */
    public static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
