package org.guesscheck.core.descent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The memory that Linux' control groups leave to this process, in a container for example. The limit of a group may be less than
 * the machine's memory, and a process that exceeds it is killed. The JDK's own figure is no help: it counts the file cache as used,
 * and it is in another module than java.base.
 */
final class ControlGroups {
    /** File names of version 2, then of version 1. */
    private static final List<GroupFiles> VERSIONS = List.of(
            new GroupFiles(
                    List.of("memory.max", "memory.high"), "memory.current", List.of("inactive_file", "active_file")),
            new GroupFiles(
                    List.of("memory.limit_in_bytes"),
                    "memory.usage_in_bytes",
                    List.of("total_inactive_file", "total_active_file")));

    /** A blank or another special character in mountinfo, escaped as three octal digits. */
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    /** Separates a mount's own fields, whose number varies, from the fields of its file system. */
    private static final String SEPARATOR = " - ";

    private final Path root;

    /** Files of a group with its limits and its usage in bytes, and the fields of memory.stat that count droppable file cache. */
    private record GroupFiles(List<String> limits, String usage, List<String> cacheFields) {}

    /** A mounted hierarchy of groups: the group at its top, the mount point, and the index of its version in VERSIONS. */
    private record Hierarchy(String top, String mountPoint, int version) {}

    /** Reads the groups below a root directory, which is {@code /} outside of tests. */
    ControlGroups(Path root) {
        this.root = root;
    }

    /** Bytes that the process may still take, by the narrowest of its groups; {@link Long#MAX_VALUE} if there is no limit. */
    long free() {
        Path groups = root.resolve("proc/self/cgroup");
        Path mounts = root.resolve("proc/self/mountinfo");
        if (!Files.isReadable(groups) || !Files.isReadable(mounts)) {
            return Long.MAX_VALUE;
        }
        try {
            List<String> own = Files.readAllLines(groups);
            return Files.readAllLines(mounts).stream()
                    .flatMap(ControlGroups::hierarchy)
                    .flatMapToLong(hierarchy -> own.stream()
                            .flatMap(line -> path(line, hierarchy.version).stream())
                            .mapToLong(path -> free(hierarchy, path)))
                    .min()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException | UncheckedIOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Stream<Hierarchy> hierarchy(String mount) {
        int separator = mount.indexOf(SEPARATOR);
        String[] place = mount.substring(0, Math.max(separator, 0)).split(" ");
        String[] system = mount.substring(separator < 0 ? 0 : separator + SEPARATOR.length())
                .split(" ");
        if (separator < 0 || place.length < 5 || system.length < 3) {
            return Stream.empty();
        }
        boolean memory = List.of(system[2].split(",")).contains("memory");
        return switch (system[0]) {
            case "cgroup2" -> Stream.of(new Hierarchy(plain(place[3]), plain(place[4]), 0));
            case "cgroup" -> memory ? Stream.of(new Hierarchy(plain(place[3]), plain(place[4]), 1)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static String plain(String escaped) {
        return OCTAL.matcher(escaped).replaceAll(ControlGroups::character);
    }

    private static String character(MatchResult octal) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(octal.group(1), 8)));
    }

    /** The path in a line number:controllers:path of the process's groups, if its hierarchy counts memory; else empty. */
    private static List<String> path(String line, int version) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3) {
            return List.of();
        }
        boolean fits = version == 0
                ? parts[0].equals("0") && parts[1].isEmpty()
                : List.of(parts[1].split(",")).contains("memory");
        return fits ? List.of(parts[2]) : List.of();
    }

    /** Free bytes of a group and of the groups around it, as far as they are visible from here. */
    private long free(Hierarchy hierarchy, String path) {
        Path top = root.resolve(relative(hierarchy.mountPoint)).normalize();
        Path group = top;
        // A container may see its own group as the top of the hierarchy, under another path than outside.
        if (hierarchy.top.equals("/")) {
            group = top.resolve(relative(path)).normalize();
        } else if (path.startsWith(hierarchy.top + "/")) {
            group = top.resolve(relative(path.substring(hierarchy.top.length())))
                    .normalize();
        }
        if (!group.startsWith(top) || !Files.isDirectory(group)) {
            group = top;
        }
        long free = Long.MAX_VALUE;
        for (Path one = group; one.startsWith(top); one = one.getParent()) {
            free = Math.min(free, free(one, VERSIONS.get(hierarchy.version)));
        }
        return free;
    }

    private static String relative(String path) {
        return path.replaceFirst("^/+", "");
    }

    private static long free(Path group, GroupFiles names) {
        long limit = names.limits.stream()
                .map(group::resolve)
                .flatMapToLong(file -> number(file).stream())
                .min()
                .orElse(Long.MAX_VALUE);
        OptionalLong usage = number(group.resolve(names.usage));
        if (limit == Long.MAX_VALUE || usage.isEmpty()) {
            return limit;
        }
        Map<String, Long> parts = parts(group.resolve("memory.stat"));
        long files = names.cacheFields.stream()
                .mapToLong(name -> parts.getOrDefault(name, 0L))
                .sum();
        long used = Math.max(0, usage.getAsLong() - files);
        return Math.max(0, limit - used);
    }

    /** The number in a file; empty if the file has none, such as a limit that is {@code max}. */
    private static OptionalLong number(Path file) {
        try {
            return Files.isReadable(file)
                    ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
                    : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static Map<String, Long> parts(Path file) {
        if (!Files.isReadable(file)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 2 && words[1].matches("[0-9]{1,18}"))
                    .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1]), (a, b) -> a));
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
    }
}
