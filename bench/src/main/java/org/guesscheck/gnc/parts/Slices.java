package org.guesscheck.gnc.parts;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * A run that saves its finished pieces in a directory, a file for every slice of 2 to 60 seconds, from the time on that its rules say.
 * A run that was ended early takes the slices that are there and computes the others. The result is that of a run without slices.
 *
 * @param <R> the result
 */
public final class Slices<R> {
    private static final System.Logger LOG = System.getLogger(Slices.class.getName());
    private static final Pattern NAME = Pattern.compile("pieces-([0-9]{15})-([0-9]{15})\\.part");

    /** More is not kept in memory. */
    private static final long MOST_HELD = 64 << 20;

    private final Path directory;
    private final Division<R> question;
    private final SliceRules rules;
    private final Folding<R> folding;
    private final SliceSize size = new SliceSize();
    private final Map<Path, byte[]> held = new LinkedHashMap<>();
    private NavigableMap<Long, Path> there = new TreeMap<>();
    private boolean saves = true;
    private long bytes;
    private long piecesWithBytes;
    private int saved;
    private long taken;
    private volatile long computing;

    /**
     * Prepares the directory of a run whose slices are all saved.
     *
     * @throws InputException if it can't be a directory or be written, naming it
     */
    public Slices(Path directory, Division<R> question) {
        this(directory, question, SliceRules.ASKED);
        makeDirectory();
        AtomicFile.requireWritableFile(file(Span.of(0, 0)), "--slices");
    }

    /** Takes a directory that is made when the first slice is saved. */
    public Slices(Path directory, Division<R> question, SliceRules rules) {
        this.directory = directory;
        this.question = question;
        this.rules = rules;
        folding = question.folding();
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InputException(directory + ": can't be made a directory for slices: " + FileFailure.reason(e));
        }
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

    /** How many pieces the present slice has. */
    public long computing() {
        return computing;
    }

    /** How many pieces the run has, as far as it is known. */
    public long wanted() {
        return folding.wanted();
    }

    /** Seconds of all slices so far, those of earlier runs included. */
    public double seconds() {
        return size.seconds();
    }

    /** Which share of the run was there when it began. */
    public double shareTaken() {
        return (double) taken / folding.wanted();
    }

    private NavigableMap<Long, Path> find() {
        NavigableMap<Long, Path> files = new TreeMap<>();
        if (!Files.exists(directory)) {
            return files;
        }
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
        Part part;
        try {
            part = PartFile.read(file);
        } catch (InputException e) {
            throw new InputException(e.getMessage() + "; " + rules.remedy());
        }
        Optional<String> other = part.identity().difference(question.identity());
        if (other.isPresent()) {
            throw new InputException(file + ": slice of another question: " + other.get() + "; " + rules.remedy());
        }
        fold(part, file);
        size.took(part.span().count(), part.provenance().seconds());
    }

    /** Where the next slice ends: at the latest where one begins that is there. */
    private long end() {
        long first = folding.folded();
        long rest = folding.wanted() - first;
        boolean brief = taken == 0 && size.fit(rest, rules.patience() - size.seconds());
        long count = brief ? rest : Math.max(size.pieces(), rules.least());
        long end = first + Math.min(rest, Math.min(count, piecesOf(MOST_HELD)));
        Long later = there.higherKey(first);
        return later == null ? end : Math.min(end, later);
    }

    /** How many pieces have so many bytes, one at least. */
    private long piecesOf(long many) {
        return rules.mostBytes() == Long.MAX_VALUE || bytes == 0
                ? Long.MAX_VALUE
                : (long) Math.max(1, (double) many / bytes * piecesWithBytes);
    }

    private void computeTo(long end) throws IOException {
        Span span = Span.of(folding.folded(), end);
        computing = span.count();
        Part part = question.compute(span);
        save(part);
        fold(part, file(span));
        size.took(span.count(), part.provenance().seconds());
    }

    /** Writes a part, or keeps it in memory as long as the run may be a short one. */
    private void save(Part part) throws IOException {
        if (!saves) {
            return;
        }
        byte[] content = part.bytes();
        bytes += content.length;
        piecesWithBytes += part.span().count();
        if (piecesOf(rules.mostBytes()) < folding.wanted()) {
            saves = false;
            held.clear();
            LOG.log(
                    System.Logger.Level.WARNING,
                    directory.getFileName() + ": its work is not saved before it ends, since its accepted draws would"
                            + " take more than " + (rules.mostBytes() >> 20) + " MiB");
            return;
        }
        held.put(file(part.span()), content);
        double seconds = size.seconds() + part.provenance().seconds();
        if (seconds >= rules.patience()
                || held.values().stream().mapToLong(bytes -> bytes.length).sum() > MOST_HELD) {
            makeDirectory();
            for (Map.Entry<Path, byte[]> slice : held.entrySet()) {
                AtomicFile.write(slice.getKey(), out -> out.write(slice.getValue()));
            }
            held.clear();
        }
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
