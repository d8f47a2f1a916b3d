package org.guesscheck.gnc.learn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.gnc.config.ConfigDifference;
import org.guesscheck.gnc.files.FileCalls;
import org.guesscheck.gnc.journal.JournalFile;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Beginning;
import org.guesscheck.gnc.sweep.MachineRecord;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/**
 * The finished training sets of a question, one JSON object on a line of a {@link JournalFile}. The first line says which question
 * it is, and others say when it was resumed. How many sets are asked for is not among what it says: more may be asked for later.
 */
public final class LearningJournal implements AutoCloseable {
    /** Name of the file in the directory. */
    public static final String FILE = PanelFiles.OF_LEARNING;

    private static final String NAME = "journal";
    private static final String WHAT = "guesscheck learn";
    private static final String FORMAT = "format";
    private static final String VERSION = "version";
    private static final String ARITHMETIC = "arithmetic";
    private static final String QUESTION = "question";
    private static final String START = "start";
    private static final String RESUMED = "resumed";
    private static final String SET = "set";
    private static final String RESULT = "result";
    private static final String KEPT = "; another --out keeps it, and --overwrite replaces it";

    private final LearningQuestion question;
    private final List<LearnedSet> sets = new ArrayList<>();
    private final List<Instant> resumed = new ArrayList<>();
    private final JournalFile file;

    /** The first line, or null. */
    private ObjectNode head;

    private Instant start;

    private LearningJournal(Path path, LearningQuestion question, boolean read) throws IOException {
        this.question = question;
        FileCalls calls = FileCalls.OF_THE_SYSTEM;
        file = read ? JournalFile.open(path, calls, new Lines()) : JournalFile.unread(path, calls);
    }

    /**
     * Opens the journal of a directory for the sets of a question, and locks it.
     *
     * @param directory a directory that exists
     * @param beginning what becomes of sets that are there
     * @param number how many sets are asked for
     * @throws InputException if sets would be lost, they are of another question or more than are asked for, the file is broken, or
     *     another process writes it
     */
    public static LearningJournal begin(Path directory, LearningQuestion question, Beginning beginning, int number)
            throws IOException {
        Path path = directory.resolve(FILE);
        boolean replaces = beginning == Beginning.OVERWRITE || Files.exists(path);
        LearningJournal journal = new LearningJournal(path, question, beginning != Beginning.OVERWRITE);
        try {
            journal.require(beginning, number);
            if (beginning == Beginning.RESUME && journal.head != null) {
                journal.resume(number);
            } else {
                journal.startOver(replaces);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void require(Beginning beginning, int number) {
        boolean resume = beginning == Beginning.RESUME;
        if (head == null || sets.isEmpty() && !resume) {
            return;
        }
        difference().ifPresent(what -> {
            throw new InputException(file.path() + ": " + what + KEPT);
        });
        if (!resume) {
            throw new InputException(file.path() + ": holds " + sets.size()
                    + " finished training sets of this question; --resume goes on after them, another --out keeps"
                    + " them, and --overwrite replaces them");
        }
        if (number < sets.size()) {
            throw new InputException("--sets " + number + ": at least " + sets.size()
                    + " is allowed with --resume, the training sets that are finished in " + file.path());
        }
    }

    /** In what the sets that are there differ from those of this question and this program. */
    private Optional<String> difference() {
        ObjectNode here = Json.parse(Json.line(program()), "");
        for (String name : List.of(FORMAT, VERSION, ARITHMETIC)) {
            if (!head.path(name).equals(here.path(name))) {
                return Optional.of("was written by another program ("
                        + ConfigDifference.words(name, head.path(name), here.path(name)) + ")");
            }
        }
        Fields fields = new Fields(file.path() + ": line 1", "", head);
        return question.difference(new LearningQuestion(fields.object(QUESTION).node()))
                .map(what -> "is of another question (" + what + ")");
    }

    private static ObjectNode program() {
        return Json.object()
                .put(NAME, WHAT)
                .put(FORMAT, 1)
                .put(VERSION, MachineRecord.version())
                .put(ARITHMETIC, LearningFingerprint.fingerprint());
    }

    private void resume(int number) throws IOException {
        file.cut();
        LearningFiles.removeLeftovers(file.path().getParent());
        if (sets.size() < number) {
            Instant now = Instant.now();
            resumed.add(now);
            file.append(Json.object().put(RESUMED, now.toString()));
        }
    }

    private void startOver(boolean replaces) throws IOException {
        file.lock();
        if (replaces) {
            LearningFiles.invalidate(file.path().getParent());
        }
        sets.clear();
        resumed.clear();
        file.clear();
        start = Instant.now();
        head = program();
        head.set(QUESTION, question.node());
        file.append(head.put(START, start.toString()));
    }

    /** The finished sets, the first ones of all. */
    public List<LearnedSet> sets() {
        return List.copyOf(sets);
    }

    /** Adds the next set; it is on the disk when this returns. */
    public void add(LearnedSet set) throws IOException {
        ObjectNode line = Json.object().put(SET, sets.size());
        line.set(RESULT, set.write());
        file.append(line);
        sets.add(set);
    }

    /** What the sets are of. */
    LearningQuestion question() {
        return question;
    }

    /** When the first of them was begun. */
    Instant start() {
        return start;
    }

    /** When work on them was resumed. */
    List<Instant> resumptions() {
        return List.copyOf(resumed);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What each line says. */
    private final class Lines implements JournalFile.Reader {
        @Override
        public void take(ObjectNode line, String where) {
            Fields fields = new Fields(where, "", line);
            if (head == null) {
                fields.choice(NAME, List.of(WHAT));
                start = fields.instant(START);
                head = line;
            } else if (fields.has(RESUMED)) {
                resumed.add(fields.instant(RESUMED));
            } else {
                if (fields.integer(SET, 0) != sets.size()) {
                    throw fields.error(SET, fields.integer(SET, 0) + "; " + sets.size() + " is next");
                }
                sets.add(LearnedSet.read(fields.object(RESULT)));
            }
        }

        @Override
        public boolean checksummed() {
            return true;
        }

        @Override
        public List<String> beginnings() {
            return head == null
                    ? List.of("{\"" + NAME + "\":\"" + WHAT + "\",")
                    : List.of("{\"" + SET + "\":", "{\"" + RESUMED + "\":\"");
        }

        @Override
        public String remedy() {
            return "another --out keeps the file, and --overwrite replaces it";
        }
    }
}
