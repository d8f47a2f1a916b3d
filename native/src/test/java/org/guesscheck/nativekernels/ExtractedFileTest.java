package org.guesscheck.nativekernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the directory of extracted libraries while JVMs run, and after they have ended in every way. */
@Timeout(300)
class ExtractedFileTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    private Process started(String... options) throws IOException {
        List<String> places = new ArrayList<>();
        Stream.of(Backends.class, Platform.class, WaitingProgram.class)
                .map(ChildJvm::placeOf)
                .forEach(places::add);
        String openBlas = "org/bytedeco/openblas/" + Platform.current() + "/libopenblas.so.0";
        Stream.ofNullable(Platform.class.getClassLoader().getResource(openBlas))
                .map(url -> ChildJvm.placeOf(url.toString()))
                .forEach(places::add);
        List<String> all = new ArrayList<>(
                List.of("--enable-native-access=ALL-UNNAMED", "-D" + LibraryFile.DIRECTORY + "=" + folder));
        all.addAll(List.of(options));
        Process process = ChildJvm.builder(WaitingProgram.class, List.of(), places, all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("loaded ")) {
            line = output.readLine();
        }
        assertTrue(line != null && line.contains("name=jni, usable=true"), line);
        return process;
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    }

    private static void assumeLibraries() {
        String name = System.mapLibraryName("guesscheck");
        assumeTrue(
                Platform.class.getResource("lib/" + Platform.current() + "/" + name) != null,
                "no C kernels were built");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aLoadedLibraryLeavesNothingWhereTheSystemAllowsIt() throws IOException, InterruptedException {
        assumeLibraries();
        assumeTrue(Platform.current().startsWith("linux-"), "other systems keep the files of loaded libraries");
        Process process = started();
        List<String> during = left();
        kill(process);
        assertEquals(List.of(), during);
        assertEquals(List.of(), left());
    }

    @Test
    void keptFilesAreRemovedAtExit() throws IOException, InterruptedException {
        assumeLibraries();
        Process process = started("-D" + LibraryFile.KEEP + "=true");
        List<String> during = left();
        end(process);
        assertTrue(
                during.stream().anyMatch(file -> file.endsWith("guesscheck.so") || file.endsWith("guesscheck.dylib")));
        assertEquals(List.of(), left());
    }

    @Test
    void whatAKilledJvmLeftIsRemovedAndWhatARunningOneUsesIsNot() throws IOException, InterruptedException {
        assumeLibraries();
        String keep = "-D" + LibraryFile.KEEP + "=true";
        Process killed = started(keep);
        List<String> before = left();
        kill(killed);
        assertEquals(before, left(), "a killed JVM removes nothing");
        Process running = started(keep);
        List<String> during = left();
        assertFalse(during.isEmpty());
        assertTrue(during.stream().noneMatch(before::contains), during::toString);
        end(started());
        assertEquals(during, left(), "the files of a running JVM stay");
        end(running);
        assertEquals(List.of(), left());
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Files.writeString(folder.resolve("guesscheck-note.txt"), "");
        Files.createDirectory(folder.resolve("guesscheck-1-dir.lock"));
        Files.createDirectory(folder.resolve("guesscheck-2"));
        Files.createSymbolicLink(folder.resolve("guesscheck-3-link.lock"), folder.resolve("guesscheck-note.txt"));
        List<String> before = left();
        ExtractedFile file = write();
        assertArrayEquals(CONTENT, Files.readAllBytes(file.path()));
        file.remove();
        assertEquals(before, left());
    }

    @Test
    void aLockWithoutDirectoryIsRemoved() throws IOException {
        Files.writeString(folder.resolve("guesscheck-1-cut.lock"), "");
        // Of a process that had this one's number before, as the only one of a container does.
        Files.writeString(folder.resolve("guesscheck-" + ProcessHandle.current().pid() + "-1-cut.lock"), "");
        write().remove();
        assertEquals(List.of(), left());
    }

    /** Two files of one process: neither takes the other for abandoned. */
    @Test
    void aProcessKeepsItsOwn() throws IOException {
        ExtractedFile first = write();
        ExtractedFile second = write();
        assertArrayEquals(CONTENT, Files.readAllBytes(first.path()));
        assertArrayEquals(CONTENT, Files.readAllBytes(second.path()));
        first.remove();
        assertArrayEquals(CONTENT, Files.readAllBytes(second.path()));
        second.remove();
        assertEquals(List.of(), left());
    }

    private ExtractedFile write() throws IOException {
        return ExtractedFile.write(folder, "name", new ByteArrayInputStream(CONTENT));
    }
}
