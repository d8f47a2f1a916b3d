package org.guesscheck.core.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that the system has left for matrices outside of the heap. The JVM has no limit for it, and a system or a
 * container that runs out of memory ends programs instead of refusing it, so what is needed is compared beforehand.
 */
final class FreeMemory {
    /** The share of it that is left: for page tables, a heap that grows meanwhile, and other programs. */
    private static final int KEPT = 16;

    private FreeMemory() {}

    /** Bytes that a run may take of those that are free: 15 of 16. */
    static long usable(long bytes) {
        return bytes - bytes / KEPT;
    }

    /** Bytes, as Linux estimates them, or fewer where a container has a limit; as many as a long has where neither is known. */
    static long bytes() {
        return bytes(Path.of("/"));
    }

    /** As {@link #bytes()}, for a system whose root is a directory. */
    static long bytes(Path root) {
        return Math.min(ofMachine(root.resolve("proc/meminfo")), new ControlGroups(root).free());
    }

    private static long ofMachine(Path description) {
        try {
            return Files.isReadable(description) ? bytes(Files.readString(description)) : Long.MAX_VALUE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    static long bytes(String description) {
        return description
                .lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> line.split(" +"))
                .mapToLong(words -> 1024 * Long.parseLong(words[1]))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
