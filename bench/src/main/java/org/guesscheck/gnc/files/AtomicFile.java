package org.guesscheck.gnc.files;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.guesscheck.core.platform.OnceLog;
import org.guesscheck.gnc.text.InputException;

/**
 * Files that appear whole or not at all; every file of a result is written here. A regular file is written under another name in
 * its directory, forced onto the disk and renamed over the old file, so no crash leaves half of it. Symbolic links are followed.
 * A device, a pipe or a descriptor can't be replaced, so it is written through.
 */
public final class AtomicFile {
    private static final System.Logger LOG = System.getLogger(AtomicFile.class.getName());
    private static final AtomicFile OF_THE_SYSTEM = new AtomicFile(FileCalls.OF_THE_SYSTEM);

    private final FileCalls calls;

    AtomicFile(FileCalls calls) {
        this.calls = calls;
    }

    /** Writes the content of a file. */
    public interface Content {
        /** Writes; the stream may be closed or not. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file.
     *
     * @throws FileFailure if it can't be written, in words that name it
     */
    public static void write(Path file, Content content) throws IOException {
        OF_THE_SYSTEM.writeTo(file, content);
    }

    void writeTo(Path file, Content content) throws IOException {
        try {
            Target target = Target.of(file);
            if (target.writesThrough()) {
                writeThrough(target, content);
            } else {
                replace(target.path(), content);
            }
        } catch (UncheckedIOException e) {
            throw FileFailure.writing(file, e.getCause());
        } catch (IOException e) {
            throw FileFailure.writing(file, e);
        }
    }

    private static void writeThrough(Target target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(target.open())) {
            content.writeTo(out);
        } catch (IOException | UncheckedIOException e) {
            // A reader that has seen enough closes its end.
            if (!Pipe.at(target.path())) {
                throw e;
            }
        }
    }

    private void replace(Path file, Content content) throws IOException {
        Set<PosixFilePermission> kept = permissions(file);
        Path temporary = temporary(file, kept);
        try {
            // No channel, which an interrupt would close.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                keep(temporary, kept);
                OutputStream buffered = new BufferedOutputStream(out);
                content.writeTo(new Unclosed(buffered));
                buffered.flush();
                sync(out.getFD(), file);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The permissions of the file that is replaced; null if there is no file, or the file system has no such permissions. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        try {
            return Files.exists(file) ? Files.getPosixFilePermissions(file) : null;
        } catch (UnsupportedOperationException e) {
            return null;
        }
    }

    /** A new file in the same directory. It never has more permissions than the file that it replaces; without one, the umask's. */
    private static Path temporary(Path file, Set<PosixFilePermission> kept) throws IOException {
        FileAttribute<?>[] attributes = kept == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(kept)};
        while (true) {
            String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
            Path temporary = file.resolveSibling("." + file.getFileName() + random + ".tmp");
            try {
                FileChannel.open(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)
                        .close();
                return temporary;
            } catch (FileAlreadyExistsException e) {
                // The name is taken: try another.
            }
        }
    }

    private void keep(Path temporary, Set<PosixFilePermission> kept) throws IOException {
        if (kept == null || kept.equals(Files.getPosixFilePermissions(temporary))) {
            return;
        }
        try {
            calls.setPermissions(temporary, kept);
        } catch (IOException e) {
            OnceLog.inThisJvm(LOG)
                    .warn(temporary.toAbsolutePath().getParent() + ": this file system refuses to set permissions ("
                            + FileFailure.reason(e) + "), so overwritten files do not keep theirs");
        }
    }

    /** A file system that can't force even an empty file onto the disk has no such call; otherwise data was lost. */
    private void sync(FileDescriptor written, Path file) throws IOException {
        try {
            calls.sync(written);
        } catch (IOException e) {
            if (syncs(file)) {
                throw e;
            }
            noteUnsynced(file, e);
        }
    }

    /** Says once that the file system of a file can't force it onto the disk. */
    public static void noteUnsynced(Path file, IOException refusal) {
        OnceLog.inThisJvm(LOG)
                .warn(file.toAbsolutePath().getParent() + ": this file system can't be told to put files on the disk ("
                        + FileFailure.reason(refusal) + "); a power cut may lose the files written last");
    }

    private boolean syncs(Path file) throws IOException {
        Path empty = temporary(file, null);
        try (FileOutputStream out = new FileOutputStream(empty.toFile())) {
            calls.sync(out.getFD());
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            Files.deleteIfExists(empty);
        }
    }

    /** Forces the new name onto the disk. Many systems can't do that; the file then has its old or its new content. */
    private static void syncDirectory(Path file) {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is whole in either case.
        }
    }

    /**
     * Makes a directory and proves that files can be written there, before any work is done for them.
     *
     * @param names of files that will be written there
     * @throws InputException if not, naming the option
     */
    public static void requireWritable(Path directory, String option, String... names) {
        try {
            Files.createDirectories(directory);
            Files.delete(temporary(directory.resolve("gnc"), null));
        } catch (IOException e) {
            throw new InputException(option + " " + directory + ": " + FileFailure.reason(e)
                    + "; a directory that can be made or written is needed");
        }
        for (String name : names) {
            target(directory.resolve(name), option);
        }
    }

    /**
     * Proves that a file can be written, before any work is done for it; makes its directory.
     *
     * @throws InputException if not, naming the option
     */
    public static void requireWritableFile(Path file, String option) {
        Target target = target(file, option);
        if (!target.writesThrough()) {
            requireWritable(target.path().getParent(), option);
        } else if (!target.writable()) {
            throw new InputException(option + " " + file + ": permission denied; another file is needed");
        }
    }

    private static Target target(Path file, String option) {
        try {
            return Target.of(file);
        } catch (IOException e) {
            throw new InputException(option + " " + FileFailure.writing(file, e).getMessage());
        }
    }
}
