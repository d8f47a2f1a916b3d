package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.NetworkRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.journal.JournalFailure;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.parts.SliceRules;
import org.guesscheck.gnc.parts.Slices;

/**
 * The unfinished work of a long cell, in files of the sweep's directory. The sweep takes it when it is resumed, and removes it when the
 * cell's result is in the journal.
 *
 * @param folder of the cell, which exists only while there is something in it
 * @param weights that the cell draws at most
 * @param rejection whether the sweep asks for rejection by name
 * @param draws that the cell makes at most
 * @param patience seconds of work before the first file is written
 */
record CellSlices(Path folder, double weights, boolean rejection, long draws, double patience) {
    /** Name of the folder that has those of all cells. */
    static final String FOLDER = "slices";

    private static final double PATIENCE_SECONDS = 60;

    /** Weights a second of a thread with the slowest kernels, plain Java's: what they draw within a minute needs no slices. */
    private static final double SLOWEST = 3e7;

    /** Other samplers need far fewer draws than they may make, and are cut into slices only where very many are allowed. */
    private static final long MANY_DRAWS = 10_000_000_000L;

    private static final long MOST_BYTES = 4L << 30;

    /** The slices of a cell. */
    static CellSlices of(Path directory, SweepConfig config, CellId cell) {
        CellRecipe recipe = config.at(cell.value());
        NetworkRecipe network = recipe.network();
        double width = network.width();
        double ofDraw = network.depth() == 1
                ? (double) recipe.problem().rows() * recipe.problem().cols()
                : width * (recipe.problem().rows() + recipe.problem().cols()) + width * width * (network.depth() - 2);
        long draws = recipe.guess().draws();
        String name = IntStream.range(0, config.axes().size())
                .mapToObj(i -> config.axes().get(i).field().column() + "-"
                        + Numeral.text(cell.value().values().get(i)))
                .collect(Collectors.joining("-", CellId.TRIAL + "-" + cell.trial() + "-", ""));
        return new CellSlices(
                directory.resolve(FOLDER).resolve(name),
                draws * ofDraw,
                recipe.guess().sampler().equals(RejectionSampler.NAME),
                draws,
                PATIENCE_SECONDS);
    }

    /** Whether the cell may take so long that its work is to be saved before it is finished. */
    boolean needed(int threads) {
        return patience == 0
                || (rejection ? weights >= PATIENCE_SECONDS * SLOWEST * threads : draws >= MANY_DRAWS)
                || Files.exists(folder);
    }

    /**
     * Runs a sampler from where an earlier run was stopped.
     *
     * @param listener told how far the cell is; draws and time of an earlier run count, its accepted draws do not
     */
    Posterior run(Sampler<?> sampler, int threads, BooleanSupplier stop, Consumer<Progress> listener) {
        SlicedProgress progress = new SlicedProgress(listener);
        return sampler.onProgress(progress).run(division -> run(division, threads, stop, progress));
    }

    private Posterior run(Division<Posterior> question, int threads, BooleanSupplier stop, SlicedProgress progress) {
        progress.end();
        Path own = folder.resolve(question.identity().method());
        SliceRules rules = new SliceRules(
                patience, threads, MOST_BYTES, "without this file, --resume computes its part of the cell again");
        Slices<Posterior> slices = new Slices<>(own, question, rules);
        try {
            slices.take(stop);
            progress.begin(slices);
            return slices.compute(stop);
        } catch (IOException e) {
            // As a result that can't be written.
            throw new JournalFailure(FileFailure.writing(own, e));
        }
    }

    /** Removes the files of the cell, whose result is in the journal. */
    void remove() {
        if (Files.exists(folder)) {
            try {
                delete(folder);
                deleteIfEmpty(folder.getParent());
            } catch (IOException e) {
                throw new JournalFailure(FileFailure.writing(folder, e));
            }
        }
    }

    /** Removes those of all cells of a directory. */
    static void removeAll(Path directory) throws IOException {
        Path all = directory.resolve(FOLDER);
        if (!Files.isDirectory(all, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> cells = Files.list(all)) {
            for (Path cell : cells.toList()) {
                delete(cell);
            }
            deleteIfEmpty(all);
        } catch (IOException e) {
            throw FileFailure.writing(all, e);
        }
    }

    /** Removes a cell's folder: files of parts and what killed programs left of them, in folders of methods. Other files stay. */
    private static void delete(Path cell) throws IOException {
        for (Path method : listed(cell)) {
            for (Path file : listed(method)) {
                if (file.getFileName().toString().matches("\\.?pieces-\\d+-\\d+\\.part(\\d+\\.tmp)?")) {
                    Files.deleteIfExists(file);
                }
            }
            deleteIfEmpty(method);
        }
        deleteIfEmpty(cell);
    }

    private static Iterable<Path> listed(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Two cells may end at once, and a file of somebody else may be there. */
    private static void deleteIfEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && !listed(folder).iterator().hasNext()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // Another cell has just saved a slice.
            }
        }
    }
}
