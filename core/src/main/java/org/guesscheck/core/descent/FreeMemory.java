package org.guesscheck.core.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that is free for matrices outside of the heap. The JVM has no limit for it. A system or container without free memory
 * kills programs instead of refusing memory, so a run compares its need with the free memory before it starts.
 */
final class FreeMemory {
    /** One part in this many stays free: for page tables, a growing heap, and other programs. */
    private static final int KEPT = 16;

    private FreeMemory() {}

    /** The part of the free bytes that a run may take: 15 / 16. */
    static long usable(long bytes) {
        return bytes - bytes / KEPT;
    }

    /** Free bytes by Linux' estimate, or by the limit of a container if that is less; {@link Long#MAX_VALUE} if neither is known. */
    static long bytes() {
        return bytes(Path.of("/"));
    }

    /** As {@link #bytes()}, for a system with the given root directory. */
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
