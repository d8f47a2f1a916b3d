package org.guesscheck.gnc.parts;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.text.InputException;

/**
 * A run that saves its finished pieces in a directory, a file for every slice of 2 to 60 seconds. A run that was ended early takes the
 * slices that are there and computes the others. The result is that of a run without slices.
 *
 * @param <R> the result
 */
public final class Slices<R> {
    private static final Pattern NAME = Pattern.compile("pieces-([0-9]{15})-([0-9]{15})\\.part");

    private final Path directory;
    private final Division<R> question;
    private final Folding<R> folding;
    private final SliceSize size = new SliceSize();
    private NavigableMap<Long, Path> there = new TreeMap<>();
    private int saved;
    private long taken;
    private volatile long computing;

    /**
     * Prepares the directory.
     *
     * @throws InputException if it can't be a directory or be written, naming it
     */
    public Slices(Path directory, Division<R> question) {
        this.directory = directory;
        this.question = question;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InputException(directory + ": can't be made a directory for slices: " + FileFailure.reason(e));
        }
        AtomicFile.requireWritableFile(file(Span.of(0, 0)), "--slices");
        folding = question.folding();
    }

    /**
     * Folds the slices that are there already and follow each other.
     *
     * @param stop asked often; true ends it
     * @throws InputException if a slice is of another question or damaged, naming its file
     * @throws CancellationException if it was stopped
     */
    public void take(BooleanSupplier stop) {
        there = find();
        while (!folding.complete() && there.containsKey(folding.folded())) {
            check(stop);
            take(there.remove(folding.folded()));
        }
        taken = folding.folded();
    }

    /**
     * Computes the slices that are not there, after {@link #take}.
     *
     * @param stop asked often; true ends the run with all finished slices saved
     * @throws InputException as above
     * @throws CancellationException if it was stopped
     */
    public R compute(BooleanSupplier stop) throws IOException {
        while (!folding.complete()) {
            check(stop);
            Path next = there.remove(folding.folded());
            if (next == null) {
                computeTo(end());
            } else {
                take(next);
            }
        }
        return folding.result();
    }

    private static void check(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    /** How many slices were taken or computed. */
    public int saved() {
        return saved;
    }

    /** Which share of the run is saved, as far as it is known how long the run is. */
    public double share() {
        return (double) folding.folded() / folding.wanted();
    }

    /** Which share of the run is done with a share of the present slice. */
    public double share(double ofSlice) {
        return Math.min(1, (folding.folded() + ofSlice * computing) / folding.wanted());
    }

    /** Which share of the run was there when it began. */
    public double shareTaken() {
        return (double) taken / folding.wanted();
    }

    private NavigableMap<Long, Path> find() {
        NavigableMap<Long, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path file : all) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.put(Long.valueOf(name.group(1)), file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new InputException(directory + ": cannot be read: " + FileFailure.reason(e.getCause()));
        } catch (IOException e) {
            throw new InputException(directory + ": cannot be read: " + FileFailure.reason(e));
        }
        return files;
    }

    private void take(Path file) {
        Part part = PartFile.read(file);
        Optional<String> other = part.identity().difference(question.identity());
        if (other.isPresent()) {
            throw new InputException(file + ": slice of another question: " + other.get()
                    + "; another directory is needed for --slices, or this one without its slices");
        }
        fold(part, file);
        size.took(part.span().count(), part.provenance().seconds());
    }

    /** Where the next slice ends: at the latest where one begins that is there. */
    private long end() {
        long first = folding.folded();
        long end = Math.min(folding.wanted(), first + size.pieces());
        Long later = there.higherKey(first);
        return later == null ? end : Math.min(end, later);
    }

    private void computeTo(long end) throws IOException {
        Span span = Span.of(folding.folded(), end);
        computing = span.count();
        Part part = question.compute(span);
        byte[] bytes = part.bytes();
        Path file = file(span);
        AtomicFile.write(file, out -> out.write(bytes));
        fold(part, file);
        size.took(span.count(), part.provenance().seconds());
    }

    private void fold(Part part, Path file) {
        try {
            folding.add(part);
            saved++;
        } catch (PartException e) {
            throw new InputException(file + ": " + e.getMessage());
        }
    }

    private Path file(Span span) {
        return directory.resolve(String.format("pieces-%015d-%015d.part", span.first(), span.end()));
    }
}
