package org.guesscheck.nativekernels.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.nativekernels.ChildJvm;
import org.guesscheck.nativekernels.LibraryFile;
import org.guesscheck.nativekernels.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program is told of OpenBLAS, in JVMs of its own: each failure in one sentence that says what to do. */
class OpenBlasLoadingTest {
    private static final String PACKED = "org/bytedeco/openblas/" + Platform.current() + "/libopenblas.so.0";

    @TempDir
    private Path folder;

    private static URL packed() {
        URL url = OpenBlas.class.getClassLoader().getResource(PACKED);
        assumeTrue(url != null, "no OpenBLAS is packed for " + Platform.current());
        return url;
    }

    private static List<String> run(List<String> options, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> places = new ArrayList<>(List.of(ChildJvm.placeOf(packed().toString())));
        Stream.of(Multipliers.class, OpenBlas.class, Multiplying.class)
                .map(ChildJvm::placeOf)
                .forEach(places::add);
        List<String> all = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
        all.addAll(options);
        return ChildJvm.run(Multiplying.class, List.of(), places, all, variables);
    }

    private static List<String> run(String property, Path value) throws IOException, InterruptedException {
        return run(List.of("-D" + property + "=" + value), Map.of());
    }

    /** One sentence, in the error and where it is described. */
    private static void assertRefused(List<String> output, String beginning, String end) {
        assertEquals(2, output.size(), output::toString);
        assertTrue(output.getFirst().startsWith("products openblas: " + beginning), output::toString);
        assertTrue(output.getFirst().endsWith(end), output::toString);
        assertTrue(output.getLast().startsWith("not usable " + beginning), output::toString);
        assertTrue(output.getLast().endsWith(end), output::toString);
    }

    @Test
    void theLibraryIsDescribed() throws IOException, InterruptedException {
        List<String> output = run(List.of("-D" + LibraryFile.DIRECTORY + "=" + folder), Map.of());
        assertTrue(output.getFirst().matches("OpenBLAS [0-9.]+, \\w+ kernels, threads 1"), output::toString);
        assertTrue(output.getLast().startsWith("found " + output.getFirst().split(" kernels")[0]), output::toString);
        assertTrue(output.getLast().contains(", library " + PACKED + " in "), output::toString);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "what was extracted is removed at exit");
        }
    }

    @Test
    void kernelsOfAnotherProcessorAreTold() throws IOException, InterruptedException {
        String verdict = CoreType.verdict("Nehalem");
        assumeTrue(!verdict.isEmpty(), "this processor has no AVX2");
        List<String> output = run(List.of(), Map.of(CoreType.VARIABLE, "Nehalem"));
        assertTrue(output.getFirst().contains(", Nehalem kernels, "), output::toString);
        assertTrue(verdict.startsWith("which do not match this CPU with AVX"), verdict);
        assertTrue(output.getLast().contains("Nehalem kernels, " + verdict), output::toString);
    }

    @Test
    void aTruncatedLibraryIsNamed() throws IOException, InterruptedException {
        byte[] start;
        try (InputStream in = packed().openStream()) {
            start = in.readNBytes(1 << 20);
        }
        for (int length : new int[] {0, 63, 1 << 20}) {
            Path file = folder.resolve("cut-" + length + ".so");
            Files.write(file, Arrays.copyOf(start, length));
            assertRefused(
                    run(OpenBlas.FILE, file),
                    "the library " + file + " is truncated: it has " + length + " bytes of ",
                    " or more; build or download it again");
        }
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() throws IOException, InterruptedException {
        Path file = folder.resolve("text.so");
        Files.writeString(file, "This is not a library. ".repeat(100));
        assertRefused(run(OpenBlas.FILE, file), "the library " + file + " is no library: ", "name or build another");
    }

    @Test
    void anAbsentFileIsNamed() throws IOException, InterruptedException {
        Path file = folder.resolve("absent.so");
        assertRefused(run(OpenBlas.FILE, file), "the library " + file, " is not a file");
    }

    @Test
    void anotherLibraryIsNamedWithTheFunctionThatItLacks() throws IOException, InterruptedException {
        Path other = folder.resolve("libgcc_s.so.1");
        try (InputStream in = OpenBlas.class
                .getClassLoader()
                .getResourceAsStream(PACKED.replace("libopenblas.so.0", "libgcc_s.so.1"))) {
            assumeTrue(in != null, "no other library is packed for " + Platform.current());
            Files.copy(in, other);
        }
        assertRefused(
                run(OpenBlas.FILE, other),
                "the library " + other + " has no function cblas_sgemm",
                "name an OpenBLAS with -D" + OpenBlas.FILE);
    }

    @Test
    void anExtractionDirectoryThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(
                run(LibraryFile.DIRECTORY, file),
                "the library libgcc_s.so.1 can't be written to " + file,
                "name another directory with -D" + LibraryFile.DIRECTORY);
    }

    @Test
    void anExtractionDirectoryMountedNoexecIsNamed() throws IOException, InterruptedException {
        Path directory = noexec();
        assertRefused(
                run(LibraryFile.DIRECTORY, directory),
                "the library " + directory,
                "is mounted noexec, in which case name another with -D" + LibraryFile.DIRECTORY);
    }

    private static Path noexec() throws IOException {
        Path mounts = Path.of("/proc/mounts");
        List<String> lines = Files.isReadable(mounts) ? Files.readAllLines(mounts) : List.of();
        List<Path> candidates = lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> List.of(words[3].split(",")).containsAll(List.of("noexec", "rw")))
                .filter(words -> words[2].equals("tmpfs"))
                .map(words -> Path.of(words[1]))
                .filter(Files::isWritable)
                .toList();
        assumeTrue(!candidates.isEmpty(), "no directory here that can be written is mounted noexec");
        return candidates.getFirst();
    }

    @Test
    void aSystemLibraryIsTakenByTheProperty() throws IOException, InterruptedException {
        List<Path> debian = Stream.of("x86_64", "aarch64")
                .map(processor -> Path.of("/usr/lib/" + processor + "-linux-gnu/libopenblas.so.0"))
                .filter(Files::exists)
                .toList();
        assumeTrue(!debian.isEmpty(), "Debian's OpenBLAS is not installed (libopenblas0-pthread)");
        List<String> output = run(OpenBlas.FILE, debian.getFirst());
        assertTrue(output.getFirst().matches("OpenBLAS [0-9.]+, \\w+ kernels, threads 1"), output::toString);
        assertTrue(output.getLast().endsWith(", library " + debian.getFirst()), output::toString);
    }
}
