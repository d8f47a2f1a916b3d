package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.guesscheck.nativekernels.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the C test programs, which compare the digests of the kernels without any JVM with those of plain Java. */
class KernelsInCTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @BeforeAll
    static void writeTheCases() throws IOException {
        Files.writeString(TARGET.resolve("kernel-cases.txt"), KernelCases.text());
    }

    @Test
    void thisMachinesKernelsGiveTheScalarDigests() throws IOException, InterruptedException {
        runTests(Platform.current());
    }

    @Test
    void kernelsForArmGiveTheScalarDigests() throws IOException, InterruptedException {
        assumeTrue(Platform.current().equals("linux-x86_64"), "ARM's kernels are cross-compiled on linux-x86_64 alone");
        boolean emulated = Files.isExecutable(Path.of("/usr/bin/qemu-aarch64"));
        assertTrue(emulated || !TestMachine.COMPULSORY, "qemu-aarch64 is missing (Debian and Ubuntu: qemu-user)");
        assumeTrue(emulated, "qemu-aarch64 is missing (Debian and Ubuntu: qemu-user)");
        runTests("linux-arm64");
    }

    private static void runTests(String platform) throws IOException, InterruptedException {
        Path folder = TARGET.resolve("cmake").resolve(platform);
        String missing = "no C kernels were built for " + platform + ": a compiler or CMake is missing";
        boolean built = Files.exists(folder.resolve("kernels_test"));
        assertTrue(built || !TestMachine.COMPULSORY, missing);
        assumeTrue(built, missing);
        Path log = folder.resolve("ctest.log");
        Process ctest = new ProcessBuilder("ctest", "--output-on-failure", "--no-tests=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(ctest.waitFor(5, TimeUnit.MINUTES), "ctest hangs");
        assertEquals(0, ctest.exitValue(), () -> read(log));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
