package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the machine says of itself. */
public final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** From the widest on, as Linux writes the flags. */
    private static final List<String> LEVELS = List.of("avx512f", "avx2", "avx", "sse4_2", "sve", "asimd");

    private Machine() {}

    /** The git revision that was built, with "-dirty" where it had changes; null where it is not known. */
    public static String revision() {
        try (InputStream in = Machine.class.getResourceAsStream("/org/guesscheck/gnc/revision.txt")) {
            String revision = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return revision.isEmpty() ? null : revision;
        } catch (IOException e) {
            return null;
        }
    }

    /** The CPU's name as Linux knows it, elsewhere its architecture. */
    public static String cpu() {
        return value("model name").orElse(System.getProperty("os.arch"));
    }

    /** The widest vector instructions that the operating system announces, and whether there is a fused multiply-add. */
    public static String simd() {
        Optional<String> flags = value("flags").or(() -> value("Features"));
        if (flags.isEmpty()) {
            return "unknown on this operating system";
        }
        Set<String> names = Set.of(flags.get().split(" +"));
        String level = LEVELS.stream().filter(names::contains).findFirst().orElse("none");
        boolean fma = names.contains("fma") || names.contains("asimd");
        return level + (fma ? " with fma" : " without fma");
    }

    private static Optional<String> value(String name) {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.split(":", 2)[0].strip().equals(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
