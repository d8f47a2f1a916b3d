package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.files.FileCalls;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.files.Notes;
import org.guesscheck.gnc.json.DescentJson;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.text.InputException;

/**
 * The finished work units of a panel, one JSON object on a line, in the order in which they were finished: the posterior of a
 * trial at a width or depth, or its gradient descent. A line is on the disk before anything else happens to its result, and
 * is never changed; so a sweep that was killed loses what it was at and no more. The first line says which sweep it is. Every
 * line has a checksum, and one that was changed is refused.
 *
 * <p>A journal is locked while it is open. Results may be added by several threads.
 */
public final class Journal implements AutoCloseable {
    /** Name of the file in a panel's directory. */
    public static final String FILE = "journal.jsonl";

    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private static final String POSTERIOR = Failure.GUESS_AND_CHECK;
    private static final String DESCENT = Failure.GRADIENT_DESCENT;
    private static final String RESUMED = "resumed";
    private static final String UNIT = "unit";

    private record Unit(String kind, int trial, int value) {}

    private final Path file;
    private final SweepConfig config;
    private final FileCalls calls;
    private final Map<Unit, Posterior> posteriors = new HashMap<>();
    private final Map<Unit, Descent> descents = new HashMap<>();
    private final List<Instant> resumed = new ArrayList<>();
    private Instant start;

    /** The config that is written there. */
    private SweepConfig whose;

    private ObjectNode head;
    private RandomAccessFile out;
    private FileLock lock;

    /** Why a line could not be written, which is the reason for all after it too. */
    private FileFailure broken;

    /** Whether the file system knows how to put files on the disk. */
    private boolean synced;

    /** Where the last whole line ends. */
    private long whole;

    private Journal(Path file, SweepConfig config, FileCalls calls) {
        this.file = file;
        this.calls = calls;
        this.config = config;
        whose = config;
    }

    /**
     * Reads and locks the journal of a directory, if it has one; changes nothing yet.
     *
     * @throws InputException if it is broken, or another process works in that directory
     * @throws IOException if it can't be read
     */
    public static Journal open(Path directory, SweepConfig config) throws IOException {
        return open(directory, config, FileCalls.OF_THE_SYSTEM);
    }

    static Journal open(Path directory, SweepConfig config, FileCalls calls) throws IOException {
        Journal journal = new Journal(directory.resolve(FILE), config, calls);
        if (Files.exists(journal.file)) {
            JournalHead.requireRegular(journal.file);
            try {
                journal.lock();
                journal.read();
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        }
        return journal;
    }

    /** Whether there is finished work. */
    public boolean started() {
        return units() > 0;
    }

    /** Whether the sweep of which it is has nothing left to do. */
    public boolean complete() {
        return units() == allUnits();
    }

    /** How many results are there. */
    public int units() {
        return posteriors.size() + descents.size();
    }

    /** How many results there will be: two for every trial and width or depth. */
    public int allUnits() {
        return 2 * whose.trials() * whose.values().size();
    }

    /** How many trials of a width or depth have both. */
    public synchronized int cells() {
        return (int) posteriors.keySet().stream()
                .filter(unit -> descents.containsKey(new Unit(DESCENT, unit.trial, unit.value)))
                .count();
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** When the sweep was started. */
    Instant start() {
        return start;
    }

    /** When it was gone on with. */
    List<Instant> resumptions() {
        return List.copyOf(resumed);
    }

    /**
     * Checks that what is there can be gone on with.
     *
     * @throws InputException if it is of another sweep, naming a field that differs
     */
    public void requireSameSweep() {
        if (head != null) {
            JournalIdentity.requireSame(file, head, config);
        }
    }

    /**
     * Makes it ready for more results.
     *
     * @param resume whether they come after those that are there; otherwise those are dropped
     */
    public void begin(boolean resume) throws IOException {
        if (resume && head != null) {
            out.setLength(whole);
            out.seek(whole);
            if (!complete()) {
                Instant now = Instant.now();
                resumed.add(now);
                append(Json.object().put(RESUMED, now.toString()));
            }
        } else {
            startOver();
        }
    }

    private void startOver() throws IOException {
        if (out == null) {
            lock();
        }
        // Before the journal, so that no moment has the old files beside the new head.
        PanelFiles.invalidate(file.toAbsolutePath().getParent());
        posteriors.clear();
        descents.clear();
        resumed.clear();
        out.setLength(0);
        out.seek(0);
        start = Instant.now();
        whose = config;
        head = JournalIdentity.of(config)
                .put(JournalHead.START, start.toString())
                .put(JournalHead.CHECKSUMS, JournalLine.CHECKSUM);
        append(head);
    }

    /** Whether both results of a trial at a width or depth are finished. */
    synchronized boolean has(int trial, int value) {
        return posterior(trial, value).isPresent() && descent(trial, value).isPresent();
    }

    /** The posterior of a trial at a width or depth, if it is finished. */
    synchronized Optional<Posterior> posterior(int trial, int value) {
        return Optional.ofNullable(posteriors.get(new Unit(POSTERIOR, trial, value)));
    }

    /** The gradient descent of a trial at a width or depth, if it is finished. */
    synchronized Optional<Descent> descent(int trial, int value) {
        return Optional.ofNullable(descents.get(new Unit(DESCENT, trial, value)));
    }

    /** Adds a result; it is on the disk when this returns. */
    synchronized Posterior add(int trial, int value, Posterior posterior) {
        Unit unit = new Unit(POSTERIOR, trial, value);
        add(unit, PosteriorJson.write(posterior));
        posteriors.put(unit, posterior);
        return posterior;
    }

    /** Adds a result; it is on the disk when this returns. */
    synchronized Descent add(int trial, int value, Descent descent) {
        Unit unit = new Unit(DESCENT, trial, value);
        add(unit, DescentJson.write(descent));
        descents.put(unit, descent);
        return descent;
    }

    private void add(Unit unit, ObjectNode result) {
        ObjectNode line =
                Json.object().put(UNIT, unit.kind).put("trial", unit.trial).put("value", unit.value);
        line.set("result", result);
        try {
            append(line);
        } catch (IOException e) {
            throw new JournalFailure(e);
        }
    }

    /** A file that refused a line, such as on a full disk, may end in half of it, after which no other may come. */
    private synchronized void append(ObjectNode line) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            out.write(JournalLine.of(line));
            if (synced) {
                calls.sync(out.getFD());
            }
        } catch (IOException e) {
            close();
            broken = FileFailure.writing(file, e);
            throw broken;
        }
    }

    private void lock() throws IOException {
        try {
            out = new RandomAccessFile(file.toFile(), "rw");
        } catch (IOException e) {
            throw FileFailure.writing(file, e);
        }
        boolean ours;
        try {
            // A byte beyond any end, since some systems keep others from reading what is locked.
            lock = calls.tryLock(out.getChannel(), Long.MAX_VALUE - 1);
            ours = lock != null;
        } catch (OverlappingFileLockException e) {
            ours = false;
        } catch (IOException e) {
            Notes.once(
                    LOG,
                    file + ": this file system has no locks (" + FileFailure.reason(e)
                            + "); a second gnc sweep in this directory would not be noticed, and would spoil it");
            ours = true;
        }
        if (!ours) {
            throw new InputException(file + ": another gnc sweep is writing it; another --out is needed");
        }
        synced = syncs();
    }

    /** Nothing is to be put on the disk yet, so what fails here is that the file system does not know how. */
    private boolean syncs() throws IOException {
        try {
            calls.sync(out.getFD());
            return true;
        } catch (IOException e) {
            AtomicFile.noteUnsynced(file, e);
            return false;
        }
    }

    private void read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int number = 0;
        for (int from = 0; from < bytes.length; from = (int) whole) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            String where = file + ": line " + ++number;
            if (end == bytes.length) {
                requireTorn(line, where);
                return;
            }
            try {
                take(JournalLine.read(line, where, head != null && head.has(JournalHead.CHECKSUMS)), where);
            } catch (InputException e) {
                throw new InputException(e.getMessage() + "; " + remedy());
            }
            whole = end + 1L;
        }
    }

    /** Nothing is dropped but what a killed program was writing. */
    private void requireTorn(byte[] line, String where) {
        boolean torn = head == null
                ? TornLine.is(line, JournalIdentity.BEGINNING)
                : TornLine.is(line, "{\"" + UNIT + "\":\"") || TornLine.is(line, "{\"" + RESUMED + "\":\"");
        if (!torn) {
            throw new InputException(
                    where + ": has no end, and is not the beginning of a line that a sweep was writing; " + remedy());
        }
    }

    private String remedy() {
        return head == null
                ? "another --out starts a new sweep, as does moving this file away"
                : "without this line, --resume computes its result again";
    }

    private void take(ObjectNode line, String where) {
        Fields fields = new Fields(where, "", line);
        if (head == null) {
            JournalHead read = JournalHead.of(line, where);
            start = read.start();
            whose = read.config();
            head = line;
        } else if (fields.has(RESUMED)) {
            resumed.add(JournalHead.instant(fields, RESUMED));
        } else {
            unit(fields, where);
        }
    }

    private void unit(Fields fields, String where) {
        Unit unit = new Unit(
                fields.choice(UNIT, List.of(POSTERIOR, DESCENT)),
                fields.integer("trial", 0),
                fields.integer("value", 1));
        ObjectNode result = fields.object("result").node();
        if (unit.kind.equals(POSTERIOR)) {
            posteriors.put(unit, PosteriorJson.read(result, where));
        } else {
            descents.put(unit, DescentJson.read(result, where));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            // Gives up the lock too.
            out.close();
            out = null;
        }
    }
}
