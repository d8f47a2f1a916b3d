package org.guesscheck.core.sampler.rejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flight Recorder sees every chunk, and a JVM without it does the same work. */
class ChunkTraceTest {
    private static final long DRAWS = 3 * 8192 + 17;

    @TempDir
    Path directory;

    private static Posterior run() {
        return RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .eps(0.1)
                .draws(DRAWS)
                .threads(2)
                .backend("scalar")
                .run();
    }

    /** Run in a JVM of its own: prints whether Flight Recorder is there, and the digest. */
    public static void main(String[] args) {
        System.out.print(ModuleLayer.boot().findModule("jdk.jfr").isPresent() + " "
                + run().origin().digest());
    }

    @Test
    void everyChunkIsRecorded() throws IOException {
        Path file = directory.resolve("chunks.jfr");
        Posterior posterior;
        try (Recording recording = new Recording()) {
            recording.enable(ChunkEvent.class);
            recording.start();
            posterior = run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("org.guesscheck.Chunk"))
                .toList();
        assertEquals(
                List.of(0L, 1L, 2L, 3L),
                events.stream().map(event -> event.getLong("chunk")).sorted().toList());
        assertEquals(
                DRAWS, events.stream().mapToLong(event -> event.getInt("draws")).sum());
        assertEquals(
                posterior.thresholds().getFirst().accepted(),
                events.stream().mapToLong(event -> event.getInt("accepted")).sum());
        for (RecordedEvent event : events) {
            assertEquals("scalar", event.getString("backend"));
            assertTrue(event.getDuration().toNanos() > 0);
        }
    }

    @Test
    void aJvmWithoutFlightRecorderGivesTheSameDigest() throws IOException, InterruptedException {
        Process without = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        Path.of("target", "classes") + java.io.File.pathSeparator + Path.of("target", "test-classes"),
                        ChunkTraceTest.class.getName())
                .redirectErrorStream(true)
                .start();
        assertTrue(without.waitFor(60, TimeUnit.SECONDS));
        String printed = new String(without.getInputStream().readAllBytes());
        assertFalse(printed.isEmpty());
        assertEquals("false " + run().origin().digest(), printed);
    }
}
