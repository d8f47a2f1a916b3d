package org.guesscheck.bench.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.guesscheck.bench.json.InputException;

/** Files that appear whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What writes the content to a temporary path. */
    public interface Content {
        /** Writes. */
        void writeTo(Path path) throws IOException;
    }

    /** Writes beside the file, then renames over it. */
    public static void write(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            content.writeTo(temporary);
            try {
                Files.setPosixFilePermissions(
                        temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            } catch (UnsupportedOperationException e) {
                // File systems without such permissions need none.
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes a directory and proves that files can be written there, before any work is done for them. */
    public static void requireWritable(Path directory, String option) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".gnc", ".tmp"));
        } catch (IOException e) {
            throw new InputException(option + " " + directory + ": cannot be written ("
                    + e.getClass().getSimpleName() + "); a directory that can be made or written is needed");
        }
    }
}
