package org.guesscheck.core.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that the system has left for matrices outside of the heap. The JVM has no limit for it, and a system that runs out
 * of memory ends programs instead of refusing it, so what is needed is compared beforehand.
 */
final class FreeMemory {
    private static final Path DESCRIPTION = Path.of("/proc/meminfo");

    /** The share of it that is left: for page tables, a heap that grows meanwhile, and other programs. */
    private static final int KEPT = 16;

    private FreeMemory() {}

    /** Bytes that a run may take of those that are free: 15 of 16. */
    static long usable(long bytes) {
        return bytes - bytes / KEPT;
    }

    /** Bytes, as Linux estimates them; as many as a long has where there is no estimate. */
    static long bytes() {
        try {
            return Files.isReadable(DESCRIPTION) ? bytes(Files.readString(DESCRIPTION)) : Long.MAX_VALUE;
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
