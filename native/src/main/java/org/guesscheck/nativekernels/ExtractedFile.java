package org.guesscheck.nativekernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;

/**
 * A temporary file in a directory of its own, which only this user can write. Beside the directory lies a file of the same name
 * with the ending .lock, which the process keeps locked. The system releases the lock however the process ends. So a directory
 * whose lock file is not locked is abandoned.
 */
final class ExtractedFile {
    private static final String PREFIX = "guesscheck-";
    private static final String LOCK = ".lock";

    private final Path lock;
    private final FileChannel channel;
    private final Path file;

    private ExtractedFile(Path lock, FileChannel channel, Path file) {
        this.lock = lock;
        this.channel = channel;
        this.file = file;
    }

    /** Writes a file below the parent directory, and removes there the files of this user's processes that have ended. */
    static ExtractedFile write(Path parent, String name, InputStream content) throws IOException {
        Path lock;
        FileChannel channel;
        do {
            lock = Files.createTempFile(parent, ownPrefix(), LOCK, onlyFor("rw-------"));
            channel = locked(lock);
        } while (channel == null);
        Path directory = directory(lock);
        ExtractedFile extracted = new ExtractedFile(lock, channel, directory.resolve(name));
        try {
            removeAbandoned(parent, owner(lock));
            Files.createDirectory(directory, onlyFor("rwx------"));
            Files.copy(content, extracted.file);
        } catch (IOException e) {
            extracted.remove();
            throw e;
        }
        return extracted;
    }

    /**
     * The prefix of this process's files: its number and its start time, because processes of several containers may have the same
     * number. A process must not open its own lock files again, because closing them would release their locks.
     */
    private static String ownPrefix() {
        ProcessHandle own = ProcessHandle.current();
        long start = own.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return PREFIX + own.pid() + "-" + start + "-";
    }

    private static UserPrincipal owner(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    }

    Path path() {
        return file;
    }

    private static Path directory(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static FileAttribute<?>[] onlyFor(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A channel that holds the lock of a new lock file; null if another process has removed the file as abandoned before. */
    private static FileChannel locked(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null && Files.exists(lock)) {
                return channel;
            }
        } catch (IOException e) {
            // A file system without locks, where no process removes abandoned files either.
            return channel;
        }
        channel.close();
        return null;
    }

    /** Removes file, directory and lock file; one that can't be removed stays. */
    void remove() {
        remove(lock);
        try {
            channel.close();
        } catch (IOException e) {
            return;
        }
    }

    private static void remove(Path lock) {
        Path directory = directory(lock);
        try {
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                    for (Path file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(directory);
            }
            // Last: while the lock file is there, a later process can remove the rest.
            Files.deleteIfExists(lock);
        } catch (IOException e) {
            return;
        }
    }

    private static void removeAbandoned(Path parent, UserPrincipal user) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
            for (Path lock : locks) {
                if (!lock.getFileName().toString().startsWith(ownPrefix())) {
                    removeIfAbandoned(lock, user);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The directory may be written and not read: abandoned files stay.
            return;
        }
    }

    private static void removeIfAbandoned(Path lock, UserPrincipal user) {
        Path directory = directory(lock);
        try {
            // To open a pipe would block for ever. Another user's directory may be replaced by a link.
            if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                    || !owner(lock).equals(user)
                    || Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                            && !owner(directory).equals(user)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (channel.tryLock() != null) {
                    remove(lock);
                }
            }
        } catch (IOException | OverlappingFileLockException e) {
            return;
        }
    }
}
