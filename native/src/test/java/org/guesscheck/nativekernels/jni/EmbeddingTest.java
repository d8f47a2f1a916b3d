package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.nativekernels.ChildJvm;
import org.guesscheck.nativekernels.LibraryFile;
import org.guesscheck.nativekernels.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program sees that has both modules on its class path, in JVMs of its own. */
class EmbeddingTest {
    private static final String EXTRACTION = "-D" + LibraryFile.DIRECTORY + "=";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(!TiersSameBitsTest.tiers().isEmpty(), "no C kernels were built");
    }

    private static String best() {
        return Backends.named("jni").name();
    }

    @Test
    void withoutAnyFlagTheCKernelsRunAndSayItOnce() throws IOException, InterruptedException {
        List<String> output = run("auto", EXTRACTION + folder);
        List<String> results =
                output.stream().filter(line -> line.contains(" sha256:")).toList();
        assertEquals(2, results.size(), output::toString);
        assertTrue(results.getFirst().startsWith(best() + " "), output::toString);
        List<String> said =
                output.stream().filter(line -> line.contains("backend is used")).toList();
        assertEquals(1, said.size(), output::toString);
        assertTrue(said.getFirst().contains("the " + best() + " backend is used"), said::toString);
        assertTrue(said.getFirst().contains("add --add-modules jdk.incubator.vector"), said::toString);
        assertEquals(
                results,
                run("scalar").stream()
                        .map(line -> line.replace("scalar", best()))
                        .toList());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "what was extracted is removed at exit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-UseFMA"})
    void aJvmWhoseVectorsWouldBeSlowIsToldWhatToRemove(String option) throws IOException, InterruptedException {
        List<String> output = run("auto", "--add-modules", "jdk.incubator.vector", option);
        assertTrue(output.getLast().startsWith(best() + " "), output::toString);
        assertTrue(output.stream().anyMatch(line -> line.contains("remove " + option)), output::toString);
    }

    /** In chunks, single steps and sparse products. */
    @ParameterizedTest
    @ValueSource(strings = {"jni", "splitting", "sparse"})
    void theJvmsOwnChecksFindNothing(String work) throws IOException, InterruptedException {
        List<String> output = run(work, "-Xcheck:jni", "--enable-native-access=ALL-UNNAMED");
        String expected = best() + (work.equals("sparse") ? " sparse:" : " sha256:");
        assertTrue(output.stream().allMatch(line -> line.startsWith(expected)), output::toString);
        assertEquals(2, output.size(), output::toString);
    }

    @Test
    void theCapChoosesALowerTier() throws IOException, InterruptedException {
        String lowest = Library.get().tiers().getFirst().name();
        List<String> output = run("jni", "-D" + Tier.CAP + "=" + lowest);
        assertTrue(output.getLast().startsWith("jni-" + lowest + " "), output::toString);
    }

    @Test
    void anUnknownCapIsRefused() throws IOException, InterruptedException {
        for (String backend : List.of("jni", "auto")) {
            List<String> output = run(backend, "-D" + Tier.CAP + "=sse9");
            assertTrue(
                    output.getLast().startsWith("IllegalArgumentException: guesscheck.isa: 'sse9'; "),
                    output::toString);
        }
    }

    @Test
    void aTruncatedLibraryIsNamed() throws IOException, InterruptedException {
        byte[] whole = packed();
        for (int length : new int[] {0, 10, 100, whole.length / 2, whole.length - 1}) {
            Path file = folder.resolve("cut-" + length + ".so");
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            List<String> output = run("jni", "-D" + Library.FILE + "=" + file);
            assertTrue(
                    output.getLast().startsWith("suppressed: the library " + file + " is truncated"), output::toString);
            assertTrue(
                    output.getFirst().startsWith("UnsupportedOperationException: backend jni: the library " + file),
                    output::toString);
        }
    }

    private static byte[] packed() throws IOException {
        String resource = "lib/" + Platform.current() + "/" + System.mapLibraryName("guesscheck");
        try (InputStream in = Platform.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    @Test
    void aLibraryOfAnotherVersionIsNamed() throws IOException, InterruptedException {
        // The same length, so that the file stays whole.
        String bytes = new String(packed(), StandardCharsets.ISO_8859_1).replace("tierName\0", "tierText\0");
        Path file = folder.resolve("other.so");
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
        List<String> output = run("jni", "--enable-native-access=ALL-UNNAMED", "-D" + Library.FILE + "=" + file);
        String said =
                "UnsupportedOperationException: backend jni: the library " + file + " is not that of this version (";
        assertTrue(output.getFirst().startsWith(said), output::toString);
        assertTrue(output.getFirst().contains("tierText"), output::toString);
    }

    @Test
    void aJvmThatDeniesNativeAccessHasOneReasonMore() throws IOException, InterruptedException {
        String reason = "this JVM denies native access: allow it with --enable-native-access=ALL-UNNAMED";
        String deny = "--illegal-native-access=deny";
        assertEquals(
                "UnsupportedOperationException: backend jni: " + reason,
                run("jni", deny).getFirst());
        List<String> auto = run("auto", deny);
        assertTrue(auto.getLast().startsWith("scalar sha256:"), auto::toString);
        assertTrue(auto.stream().anyMatch(line -> line.contains("jni can't be used: " + reason)), auto::toString);
        List<String> described = run("describe", deny);
        assertTrue(described.contains("jni: " + reason), described::toString);
        assertTrue(described.contains("scalar: "), described::toString);
        List<String> sparse = run("sparse", deny);
        assertTrue(sparse.getLast().startsWith("scalar sparse:"), sparse::toString);
        List<String> vector = run("auto", deny, "--add-modules", "jdk.incubator.vector");
        assertTrue(vector.getLast().startsWith("vector-"), vector::toString);
        assertEquals(
                best() + " ",
                run("jni", deny, "--enable-native-access=ALL-UNNAMED").getLast().split("sha256")[0]);
    }

    @Test
    void aRelativeFolderIsTaken() throws IOException, InterruptedException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        List<String> output = run("jni", EXTRACTION + relative, "--enable-native-access=ALL-UNNAMED");
        assertTrue(output.getLast().startsWith(best() + " sha256:"), output::toString);
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() throws IOException, InterruptedException {
        Path file = folder.resolve("text.so");
        Files.writeString(file, "This is not a library. ".repeat(100));
        List<String> output = run("jni", "-D" + Library.FILE + "=" + file);
        assertTrue(output.getLast().contains(file + " is no library: "), output::toString);
        assertFalse(run("auto", "-D" + Library.FILE + "=" + file).stream().noneMatch(line -> line.contains("scalar")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithTheProperty() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("file"));
        List<String> output = run("jni", EXTRACTION + file);
        assertTrue(output.getLast().contains(file + " "), output::toString);
        assertTrue(
                output.getLast().endsWith("name another directory with -D" + LibraryFile.DIRECTORY), output::toString);
    }

    private static List<String> run(String backend, String... options) throws IOException, InterruptedException {
        List<Class<?>> needed = List.of(Backends.class, Library.class, Embedded.class);
        return ChildJvm.run(Embedded.class, List.of(backend), needed, List.of(options));
    }
}
