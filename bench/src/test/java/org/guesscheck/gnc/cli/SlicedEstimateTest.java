package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.parts.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates that save their finished work. */
class SlicedEstimateTest {
    private static final String QUESTION =
            "estimate --rows 4 --cols 3 --measurements 6 --eps 0.05 --width 40 --depth 3";

    @TempDir
    private Path directory;

    private List<Path> slices() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static RejectionSampler sampler() {
        return RejectionSampler.of(Problem.sensing(4, 3, 1, 6, 1), Network.linear(40, 3))
                .eps(0.05)
                .draws(80_000)
                .threads(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUESTION + " --draws 65000 --threads 1",
                QUESTION + " --draws 4000000 --reduce",
                QUESTION + " --draws 4000000 --rel-error 0.01",
                QUESTION + " --sampler splitting --rel-error 0.3",
                QUESTION + " --sampler conditional --draws 3000"
            })
    void slicesPrintWhatTheRunPrints(String question) throws IOException {
        String whole = Left.by(question + " --json").timeless();
        Left sliced = Left.by(question + " --json --slices " + directory);
        assertEquals(whole, sliced.timeless(), sliced.err());
        assertTrue(slices().size() > 1, slices().toString());

        // A crash left some of them, with a gap.
        Files.delete(slices().get(slices().size() / 2));
        Left again = Left.by(question + " --json --slices " + directory);
        assertEquals(whole, again.timeless(), again.err());
        assertTrue(again.err().contains(") saved in " + directory), again.err());
    }

    @Test
    void aRunThatIsStoppedAtAnyPlaceGoesOn() throws IOException {
        Posterior whole = sampler().run();
        for (int stops = 0, looks = 1; ; stops++, looks++) {
            Slices<Posterior> slices = new Slices<>(directory, sampler().divided());
            int[] left = {looks};
            slices.take(() -> false);
            try {
                Posterior result = slices.compute(() -> left[0]-- == 0);
                assertEquals(whole.origin(), result.origin());
                assertEquals(whole.thresholds(), result.thresholds());
                assertTrue(stops > 0);
                return;
            } catch (CancellationException e) {
                assertTrue(slices.share() < 1);
            }
        }
    }

    @Test
    void slicesOfAnotherQuestionAreRefused() throws IOException {
        assertEquals(
                0, Left.by(QUESTION + " --draws 10000 --slices " + directory).code());
        assertEquals(
                "gnc: " + slices().getFirst() + ": slice of another question: seed 1 instead of 2; another directory is"
                        + " needed for --slices, or this one without its slices",
                Left.refused(QUESTION + " --draws 10000 --seed 2 --slices " + directory));
    }

    @Test
    void aDamagedSliceIsNamed() throws IOException {
        assertEquals(
                0, Left.by(QUESTION + " --draws 10000 --slices " + directory).code());
        Path slice = slices().getFirst();
        byte[] bytes = Files.readAllBytes(slice);
        bytes[bytes.length / 2] ^= 1;
        Files.write(slice, bytes);
        String said = Left.refused(QUESTION + " --draws 10000 --slices " + directory);
        assertTrue(said.startsWith("gnc: " + slice + ": ") && said.contains("damaged"), said);
    }

    @Test
    void whatSlicesCantDoIsRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertTrue(Left.refused(QUESTION + " --draws 10 --slices " + file).contains(file.toString()));
        assertTrue(Left.refused(QUESTION + " --slices " + directory.resolve("auto"))
                .contains("--sampler auto: not for parts"));
        assertEquals(
                "gnc: --slices a: allowed only without --master",
                Left.refused(QUESTION + " --draws 10 --slices a --master spark://a:1"));
        assertEquals(
                "gnc: --npz b: allowed only without --master and --slices, because parts of a run keep no draws",
                Left.refused(QUESTION + " --draws 10 --slices a --npz b"));
    }
}
