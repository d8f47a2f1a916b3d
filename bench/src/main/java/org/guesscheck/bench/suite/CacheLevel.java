package org.guesscheck.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cache for data of the first processor, as the operating system announces it. A virtual machine may announce the whole of a
 * cache that it shares with others.
 *
 * @param level 1 for the one nearest to the core
 * @param bytes its size
 */
public record CacheLevel(int level, long bytes) {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KM])");

    /** The caches from the first level on; none where they are not known. */
    static List<CacheLevel> ofThisMachine() {
        return in(LINUX);
    }

    /** The caches that a folder with one folder for each describes, as Linux has it. */
    static List<CacheLevel> in(Path folder) {
        List<CacheLevel> caches = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder, "index*")) {
            for (Path entry : entries) {
                Matcher size = SIZE.matcher(text(entry.resolve("size")));
                if (!text(entry.resolve("type")).equals("Instruction") && size.matches()) {
                    int level = Integer.parseInt(text(entry.resolve("level")));
                    int shift = size.group(2).equals("K") ? 10 : 20;
                    caches.add(new CacheLevel(level, Long.parseLong(size.group(1)) << shift));
                }
            }
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return List.of();
        }
        caches.sort(Comparator.comparingInt(CacheLevel::level));
        return List.copyOf(caches);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
