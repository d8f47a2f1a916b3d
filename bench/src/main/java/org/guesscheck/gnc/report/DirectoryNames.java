package org.guesscheck.gnc.report;

import java.nio.file.Path;
import java.util.List;

/** Names that tell directories apart: the last part of each path, or the whole paths where last parts are the same. */
final class DirectoryNames {
    private DirectoryNames() {}

    static List<String> of(List<Path> directories) {
        List<String> last = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize().getFileName())
                .map(String::valueOf)
                .toList();
        return last.stream().distinct().count() == last.size()
                ? last
                : directories.stream().map(Path::toString).toList();
    }
}
