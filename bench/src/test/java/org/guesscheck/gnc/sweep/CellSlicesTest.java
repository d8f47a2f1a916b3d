package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.parts.SliceRules;
import org.guesscheck.gnc.parts.Slices;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long cells, which save their work while they run. */
class CellSlicesTest {
    private static final CellId CELL = new CellId(1, 40);

    @TempDir
    private Path directory;

    private final List<Progress> told = new ArrayList<>();

    private static Sampler<?> sampler(String name) {
        Sampler<?> sampler = Sampler.named(name, Problem.sensing(4, 3, 1, 6, 1), Network.linear(40, 3))
                .eps(0.05)
                .seed(3);
        return name.equals("rejection") ? sampler.draws(40_000) : sampler.relativeError(0.3);
    }

    private CellSlices slices(double patience) {
        Path folder = directory.resolve(CellSlices.FOLDER).resolve("trial-1-width-40");
        return new CellSlices(folder, 0, true, 0, patience);
    }

    private Posterior run(Sampler<?> sampler, CellSlices slices, BooleanSupplier stop) {
        Watcher watcher = new Watcher() {
            @Override
            public synchronized void samples(CellId cell, Progress progress) {
                told.add(progress);
            }
        };
        UnitWorker worker = new ThisMachine(OptionalInt.of(1), "auto");
        return worker.guess(CELL, sampler, slices, stop, watcher).result();
    }

    /** Stops a run that has saved something. */
    private boolean saved() {
        return !files().isEmpty();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "auto"})
    void aCellThatIsStoppedGoesOnFromItsSlices(String name) {
        Posterior whole = sampler(name).threads(1).run();
        int stops = 0;
        for (int looks = 40; ; looks *= 2) {
            int before = files().size();
            AtomicInteger left = new AtomicInteger(looks);
            try {
                Posterior result = run(sampler(name), slices(0), () -> left.getAndDecrement() <= 0);
                assertEquals(whole.origin(), result.origin());
                assertEquals(whole.thresholds(), result.thresholds());
                assertEquals(whole.diagnostics().notes(), result.diagnostics().notes());
                break;
            } catch (CancellationException e) {
                stops++;
                assertTrue(files().size() >= before, "slices stay");
            }
        }
        assertTrue(stops > 0 && !files().isEmpty(), stops + " stops, " + files());
        for (Progress p : told) {
            assertTrue(p.draws() <= p.total() && p.total() > 0 && p.accepted() >= 0, p.toString());
        }
        if (name.equals("rejection")) {
            assertEquals(40_000, told.getLast().total(), 8_192);
        }
        slices(0).remove();
        assertEquals(List.of(), files());
        assertFalse(Files.exists(directory.resolve(CellSlices.FOLDER)));
    }

    @Test
    void aShortCellLeavesNoFile() throws IOException {
        CellSlices slices = slices(1000);
        Files.createDirectories(slices.folder());
        Posterior result = run(sampler("rejection"), slices, () -> false);
        assertEquals(40_000, result.origin().draws());
        assertEquals(List.of(), files());
    }

    @Test
    void longCellsAreKnownByTheirDraws() {
        assertTrue(CellSlices.of(directory, config("rejection", 1e12), CELL).needed(1));
        assertFalse(CellSlices.of(directory, config("rejection", 1e4), CELL).needed(1));
        assertTrue(CellSlices.of(directory, config("auto", 1e12), CELL).needed(1));
        assertFalse(CellSlices.of(directory, config("auto", 1e9), CELL).needed(1));
    }

    private static SweepConfig config(String sampler, double draws) {
        return ConfigJson.read(
                ConfigJson.write(Presets.all().get("quick"))
                        .put("sampler", sampler)
                        .put("draws", draws),
                "test");
    }

    @Test
    void aDamagedSliceIsNamed() throws IOException {
        assertThrows(CancellationException.class, () -> run(sampler("rejection"), slices(0), this::saved));
        Path slice = files().getFirst();
        byte[] bytes = Files.readAllBytes(slice);
        bytes[bytes.length / 2] ^= 1;
        Files.write(slice, bytes);
        String said = assertThrows(InputException.class, () -> run(sampler("rejection"), slices(0), () -> false))
                .getMessage();
        assertTrue(said.startsWith(slice + ": damaged") && said.contains("--resume"), said);
        assertEquals(said, new Failure(Failure.GUESS_AND_CHECK, new InputException(said)).reason());
    }

    /** A run with very many accepted draws has the same result, and writes no more than it may. */
    @Test
    void aRunThatWouldWriteTooMuchSavesNothing() throws IOException {
        Sampler<?> sampler = sampler("rejection").eps(100).threads(1);
        Slices<Posterior> slices =
                new Slices<>(directory.resolve("none"), sampler.divided(), new SliceRules(0, 1, 50_000, ""));
        slices.take(() -> false);
        assertEquals(sampler.run().origin(), slices.compute(() -> false).origin());
        assertEquals(List.of(), files());
    }

    @Test
    void aNewSweepRemovesWhatAnotherSaved() throws IOException {
        assertThrows(CancellationException.class, () -> run(sampler("rejection"), slices(0), this::saved));
        Path own = Files.writeString(files().getFirst().resolveSibling("notes"), "mine");
        CellSlices.removeAll(directory);
        assertEquals(List.of(own), files());
    }
}
