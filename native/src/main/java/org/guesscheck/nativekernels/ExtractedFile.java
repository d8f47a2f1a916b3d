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
 * A file in a directory of its own that nobody else can write, while a process needs it. Beside the directory lies a file of
 * the same name with the ending .lock, which the process keeps locked: a system releases the lock however the process ends, so
 * what has no lock is nobody's.
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

    /** Writes a file below a directory and takes away what this user's ended processes have left there. */
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
     * Its number and start tell a process its own files, which it must not even open again: that would release their locks. The
     * number alone is the same in many containers.
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

    /** A new file's channel, which has its lock; null if somebody who clears away was faster and has removed the file. */
    private static FileChannel locked(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null && Files.exists(lock)) {
                return channel;
            }
        } catch (IOException e) {
            // A file system without locks: nobody can clear away there either.
            return channel;
        }
        channel.close();
        return null;
    }

    /** Removes file, directory and lock; what a system does not let go of stays. */
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
            // Last, so that what could not be removed is still known to be nobody's.
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
            // A directory that may be written and not read: what is there stays.
            return;
        }
    }

    private static void removeIfAbandoned(Path lock, UserPrincipal user) {
        Path directory = directory(lock);
        try {
            // A pipe in the place of a lock would wait for ever; a directory of somebody else's may turn into a link.
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
