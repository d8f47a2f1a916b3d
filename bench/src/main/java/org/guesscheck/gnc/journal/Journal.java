package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.cluster.MachineShares;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.FileCalls;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.PosteriorJson;
import org.guesscheck.gnc.text.InputException;

/**
 * The finished work units of a panel, one JSON object on a line of a {@link JournalFile}, in the order in which they were
 * finished: the posterior of a cell or its gradient descent. The first line says which sweep it is; others say when the sweep was
 * resumed.
 *
 * <p>Results may be added by several threads.
 */
public final class Journal implements AutoCloseable {
    /** Name of the file in a panel's directory. */
    public static final String FILE = "journal.jsonl";

    private static final String RESUMED = "resumed";

    private final SweepConfig config;
    private final Map<CellId, Posterior> posteriors = new HashMap<>();
    private final Map<CellId, DescentRuns> descents = new HashMap<>();
    private final Map<JournalUnit, List<MachineShare>> machines = new LinkedHashMap<>();
    private final List<Instant> resumed = new ArrayList<>();
    private final JournalFile file;

    /** The first line, or null. */
    private ObjectNode head;

    private Instant start;

    /** The config that is written there. */
    private SweepConfig whose;

    private Journal(Path path, SweepConfig config, FileCalls calls) throws IOException {
        this.config = config;
        whose = config;
        file = JournalFile.open(path, calls, new Lines());
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
        return new Journal(directory.resolve(FILE), config, calls);
    }

    /** Whether there is finished work. */
    public boolean started() {
        return units() > 0;
    }

    /** Whether nothing is left to do of the sweep that is written there. */
    public boolean complete() {
        return units() == allUnits();
    }

    /** How many results are there. */
    public int units() {
        return posteriors.size() + descents.size();
    }

    /** How many results there will be: two for every cell, or one in a sweep without gradient descent. */
    public int allUnits() {
        return (whose.descent().none() ? 1 : 2) * whose.cells();
    }

    /** How many cells have all their results. */
    public synchronized int cells() {
        return (int) posteriors.keySet().stream().filter(this::has).count();
    }

    /** The file. */
    public Path file() {
        return file.path();
    }

    /** When the sweep was started. */
    public Instant start() {
        return start;
    }

    /** When it was resumed. */
    public List<Instant> resumptions() {
        return List.copyOf(resumed);
    }

    /**
     * Checks that the sweep that is there can be resumed.
     *
     * @throws InputException if it is another sweep, naming a field that differs
     */
    public void requireSameSweep() {
        if (begun()) {
            JournalIdentity.requireSame(file(), head, config);
        }
    }

    /** The first field in which the sweep that is written there differs from this one in a way that may change results. */
    public Optional<String> otherResults() {
        return begun() ? JournalIdentity.otherResults(file(), head, config) : Optional.empty();
    }

    /** Whether a sweep is written there. */
    public boolean begun() {
        return head != null;
    }

    /** Makes it ready for results after those that are there. */
    public void resume() throws IOException {
        file.cut();
        if (!complete()) {
            Instant now = Instant.now();
            resumed.add(now);
            file.append(Json.object().put(RESUMED, now.toString()));
        }
    }

    /** Locks the file, which is made if it is not there. */
    public void lock() throws IOException {
        file.lock();
    }

    /** Makes it ready for results of a sweep that starts now; those that are there are dropped. */
    public void startOver() throws IOException {
        lock();
        posteriors.clear();
        descents.clear();
        machines.clear();
        resumed.clear();
        file.clear();
        start = Instant.now();
        whose = config;
        head = JournalHead.line(config, start);
        file.append(head);
    }

    /** Whether all results of a cell are finished. */
    public synchronized boolean has(CellId cell) {
        return posteriors.containsKey(cell) && (whose.descent().none() || descents.containsKey(cell));
    }

    /** The posterior of a cell, if it is finished. */
    public synchronized Optional<Posterior> posterior(CellId cell) {
        return Optional.ofNullable(posteriors.get(cell));
    }

    /** The gradient descents of a cell, if they are finished. */
    public synchronized Optional<DescentRuns> descents(CellId cell) {
        return Optional.ofNullable(descents.get(cell));
    }

    /** The rung of a ladder of init scales that finished cells of a place have taken. */
    public synchronized Optional<Rung> rung(Point place) {
        return descents.entrySet().stream()
                .filter(cell -> cell.getKey().value().equals(place))
                .flatMap(cell -> cell.getValue().rung().stream())
                .findFirst();
    }

    /** The machines of a cluster that computed the posterior of a cell; none if it was this machine. */
    public synchronized List<MachineShare> posteriorBy(CellId cell) {
        return machines.getOrDefault(new JournalUnit(JournalUnit.GUESS_AND_CHECK, cell), List.of());
    }

    /** The machines of clusters that computed results, with all that each of them did. */
    public synchronized List<MachineShare> machines() {
        MachineShares sums = new MachineShares();
        machines.values().forEach(shares -> shares.forEach(sums::add));
        return sums.list();
    }

    /**
     * Adds a result; it is on the disk when this returns.
     *
     * @param by the machines of a cluster; none for this machine
     */
    public synchronized Posterior add(CellId cell, Posterior posterior, List<MachineShare> by) {
        append(new JournalUnit(JournalUnit.GUESS_AND_CHECK, cell), PosteriorJson.write(posterior), by);
        posteriors.put(cell, posterior);
        return posterior;
    }

    /**
     * Adds a result; it is on the disk when this returns.
     *
     * @param by the machines of a cluster; none for this machine
     */
    public synchronized DescentRuns add(CellId cell, DescentRuns runs, List<MachineShare> by) {
        append(new JournalUnit(JournalUnit.GRADIENT_DESCENT, cell), runs.write(), by);
        descents.put(cell, runs);
        return runs;
    }

    private void append(JournalUnit unit, ObjectNode result, List<MachineShare> by) {
        try {
            file.append(unit.line(result, by));
        } catch (IOException e) {
            throw new JournalFailure(e);
        }
        keep(unit, by);
    }

    private void keep(JournalUnit unit, List<MachineShare> by) {
        if (!by.isEmpty()) {
            machines.put(unit, by);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** What each line says. */
    private final class Lines implements JournalFile.Reader {
        @Override
        public void take(ObjectNode line, String where) {
            Fields fields = new Fields(where, "", line);
            if (head == null) {
                JournalHead read = JournalHead.of(line, where);
                start = read.start();
                whose = read.config();
                head = line;
            } else if (fields.has(RESUMED)) {
                resumed.add(fields.instant(RESUMED));
            } else {
                unit(fields, where);
            }
        }

        private void unit(Fields fields, String where) {
            JournalUnit unit = JournalUnit.read(fields);
            ObjectNode result = JournalUnit.result(fields);
            keep(unit, JournalUnit.by(fields));
            if (unit.method().equals(JournalUnit.GUESS_AND_CHECK)) {
                posteriors.put(unit.cell(), PosteriorJson.read(result, where));
            } else {
                descents.put(unit.cell(), DescentRuns.read(result, where));
            }
        }

        @Override
        public boolean checksummed() {
            return head != null && head.has(JournalHead.CHECKSUMS);
        }

        @Override
        public List<String> beginnings() {
            return head == null
                    ? List.of(JournalIdentity.BEGINNING)
                    : List.of(JournalUnit.BEGINNING, "{\"" + RESUMED + "\":\"");
        }

        @Override
        public String remedy() {
            return head == null
                    ? "another --out starts a new sweep, as does moving this file away"
                    : "without this line, --resume computes its result again";
        }
    }
}
