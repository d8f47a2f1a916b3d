package org.guesscheck.gnc.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is replaced, what is written through, and what happens where the file system refuses. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AtomicFileTest {
    @TempDir
    Path directory;

    private static final Path FULL = Path.of("/dev/full");

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    @Test
    void aNewFileHasThePermissionsOfAnyNewFile() throws IOException {
        Path other = Files.createFile(directory.resolve("other"));
        Path file = directory.resolve("file");
        AtomicFile.write(file, "text");
        assertEquals(permissions(other), permissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---", "r--r--r--"})
    void anOverwrittenFileKeepsItsPermissions(String kept) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kept));
        AtomicFile.write(file, "new");
        assertEquals(kept, permissions(file));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        IOException failure = assertThrows(
                FileFailure.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }));
        assertTrue(
                failure.getMessage().startsWith(file + ": cannot be written: no space left on device;"),
                failure::getMessage);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void aLinkStaysAndItsTargetIsReplaced() throws IOException {
        Path below = Files.createDirectory(directory.resolve("below"));
        Path target = Files.writeString(below.resolve("target"), "old");
        Path inner = Files.createSymbolicLink(below.resolve("inner"), Path.of("target"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("below/inner"));
        Object before = Files.getAttribute(target, "unix:ino");
        AtomicFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(inner));
        assertEquals("new", Files.readString(target));
        assertFalse(before.equals(Files.getAttribute(target, "unix:ino")), "the target was not replaced");
    }

    @Test
    void aLinkThatLeadsNowhereMakesItsTarget() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));
        AtomicFile.requireWritableFile(link, "--out");
        AtomicFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(directory.resolve("target")));
    }

    @Test
    void linksInACircleAndDirectoriesAreRefusedInWords() throws IOException {
        Path one = Files.createSymbolicLink(directory.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(directory.resolve("two"), Path.of("one"));
        String circle = assertThrows(InputException.class, () -> AtomicFile.requireWritableFile(one, "--out"))
                .getMessage();
        assertTrue(circle.contains("its symbolic links lead in a circle"), circle);
        assertThrows(FileFailure.class, () -> AtomicFile.write(one, ""));
        String other = assertThrows(FileFailure.class, () -> AtomicFile.write(directory, ""))
                .getMessage();
        assertEquals(directory + ": this is a directory; the name of a file is needed", other);
        assertEquals(
                "--out " + other,
                assertThrows(
                                InputException.class,
                                () -> AtomicFile.requireWritable(
                                        directory.getParent(),
                                        "--out",
                                        directory.getFileName().toString()))
                        .getMessage());
    }

    @Test
    void aDeviceIsWrittenThrough() throws IOException {
        assumeTrue(Files.exists(FULL));
        Path link = Files.createSymbolicLink(directory.resolve("link"), FULL);
        String full = assertThrows(FileFailure.class, () -> AtomicFile.write(link, "text"))
                .getMessage();
        assertTrue(full.startsWith(link + ": cannot be written: "), full);
        Path sink = Files.createSymbolicLink(directory.resolve("sink"), Path.of("/dev/null"));
        AtomicFile.write(sink, "text");
        assertTrue(Files.isSymbolicLink(sink));
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    }

    @Test
    void aPipeIsWrittenThrough() throws Exception {
        Path pipe = directory.resolve("pipe");
        run("mkfifo", pipe.toString());
        FutureTask<String> reader = started(() -> Files.readString(pipe));
        AtomicFile.write(pipe, "text");
        assertEquals("text", reader.get());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void aReaderMayLeaveBeforeTheEnd() throws Exception {
        Path pipe = directory.resolve("pipe");
        run("mkfifo", pipe.toString());
        FutureTask<Integer> reader = started(() -> {
            try (InputStream in = Files.newInputStream(pipe)) {
                return in.read();
            }
        });
        // More than a pipe holds.
        AtomicFile.write(pipe, "x".repeat(1 << 22));
        assertEquals('x', reader.get());
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    @Test
    void anOpenDescriptorIsWrittenAtItsEnd() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        Path file = Files.writeString(directory.resolve("file"), "first ");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Path descriptor = descriptor(file);
            Object before = Files.getAttribute(file, "unix:ino");
            AtomicFile.write(Files.createSymbolicLink(directory.resolve("link"), descriptor), "second");
            assertEquals("first second", Files.readString(file));
            assertEquals(before, Files.getAttribute(file, "unix:ino"), "who has it open would see the old file");
            assertTrue(open.isOpen());
        }
    }

    private static Path descriptor(Path file) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(fd -> {
                        try {
                            return Files.isSameFile(fd, file);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void contentIsOnTheDiskBeforeTheFileHasItsName() throws IOException {
        Path file = directory.resolve("file");
        List<String> calls = new ArrayList<>();
        new AtomicFile(new FileCalls() {
                    @Override
                    public void sync(FileDescriptor written) throws IOException {
                        calls.add("sync, named: " + Files.exists(file));
                        written.sync();
                    }
                })
                .writeTo(file, out -> {
                    calls.add("write");
                    out.write(1);
                });
        assertEquals(List.of("write", "sync, named: false"), calls);
        assertTrue(Files.exists(file));
    }

    @Test
    void refusedPermissionsDoNotStopTheWork() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        new AtomicFile(new FileCalls() {
                    @Override
                    public void setPermissions(Path path, Set<PosixFilePermission> permissions) throws IOException {
                        throw new FileSystemException(path.toString(), null, "Operation not permitted");
                    }
                })
                .writeTo(file, out -> out.write('x'));
        assertEquals("x", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void aFileSystemThatCannotFlushDoesNotStopTheWork() throws IOException {
        Path file = directory.resolve("file");
        new AtomicFile(new FileCalls() {
                    @Override
                    public void sync(FileDescriptor written) throws IOException {
                        throw new IOException("Invalid argument");
                    }
                })
                .writeTo(file, out -> out.write('x'));
        assertEquals("x", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void dataThatCannotBeFlushedIsAFailure() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        int[] calls = {0};
        AtomicFile disk = new AtomicFile(new FileCalls() {
            @Override
            public void sync(FileDescriptor written) throws IOException {
                // The file of which the content was lost; an empty one is flushed.
                if (calls[0]++ == 0) {
                    throw new IOException("Input/output error");
                }
            }
        });
        FileFailure failure = assertThrows(FileFailure.class, () -> disk.writeTo(file, out -> out.write('x')));
        assertTrue(failure.getMessage().contains("input/output error"), failure::getMessage);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void aDeletedDirectoryIsNamed() {
        Path file = directory.resolve("gone").resolve("file");
        String message = assertThrows(FileFailure.class, () -> AtomicFile.write(file, "x"))
                .getMessage();
        assertTrue(message.startsWith(file + ": cannot be written: no such file or directory"), message);
    }
}
