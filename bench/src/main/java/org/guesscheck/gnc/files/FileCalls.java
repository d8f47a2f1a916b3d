package org.guesscheck.gnc.files;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Calls that some file systems refuse: network and user-space ones may have no locks, permissions or flushing. */
public interface FileCalls {
    /** The calls of this system. */
    FileCalls OF_THE_SYSTEM = new FileCalls() {};

    /** Locks a byte of a file, or returns null where another process has it. */
    default FileLock tryLock(FileChannel channel, long position) throws IOException {
        return channel.tryLock(position, 1, false);
    }

    /** Forces written data onto the disk. */
    default void sync(FileDescriptor written) throws IOException {
        written.sync();
    }

    /** Sets the permissions of a file. */
    default void setPermissions(Path file, Set<PosixFilePermission> permissions) throws IOException {
        Files.setPosixFilePermissions(file, permissions);
    }
}
