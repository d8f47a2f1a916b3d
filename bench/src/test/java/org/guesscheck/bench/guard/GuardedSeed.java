package org.guesscheck.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.guard.code.Objdump;

/** Runs a program in a JVM of its own and examines its code. */
final class GuardedSeed {
    private static final String SEEDS = "org.guesscheck.bench.guard.seeds.";

    private GuardedSeed() {}

    /** Skips a test where there is no objdump, but in continuous integration. */
    static void requireObjdump() {
        assumeTrue(Objdump.whyNot().isEmpty() || "true".equals(System.getenv("CI")), Objdump.whyNot());
    }

    /** Examines the kernel of that name. */
    static GuardReport of(String seed, List<String> methods) throws IOException, InterruptedException {
        return examined(
                (logging, environment) -> {
                    List<String> command = new ArrayList<>(List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "--add-modules",
                            "jdk.incubator.vector",
                            "-XX:ObjectAlignmentInBytes=64",
                            "-XX:-BackgroundCompilation"));
                    command.addAll(logging);
                    command.addAll(List.of("-cp", System.getProperty("java.class.path"), SEEDS + "Seed", seed));
                    return command;
                },
                methods);
    }

    /** Examines the kernel of that name, without the JDK's and this project's own code. */
    static GuardReport of(String seed) throws IOException, InterruptedException {
        return of(seed, List.of(SEEDS + "*::*"));
    }

    static GuardReport examined(GuardedProcess.Launch launch, List<String> methods)
            throws IOException, InterruptedException {
        try (GuardedProcess process = GuardedProcess.start(launch, methods, true)) {
            assertEquals(0, process.await(() -> false));
            return Guard.examine(process.logs());
        }
    }
}
