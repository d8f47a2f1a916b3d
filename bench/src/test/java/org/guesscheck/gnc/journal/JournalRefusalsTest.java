package org.guesscheck.gnc.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.SyncFailedException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.FileCalls;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal where the file system refuses what others do. */
class JournalRefusalsTest {
    private static final SweepConfig CONFIG = Presets.all().get("quick");
    private static final Descent RESULT = new Descent(
            new LossPoint(1, 0.5, 0.25),
            true,
            new DescentExecution(Descent.FIXED_ORDER, 1, 0),
            "digest",
            List.of(),
            new float[0]);

    @TempDir
    Path directory;

    private void addTwo(FileCalls calls) throws IOException {
        try (Journal journal = Journal.open(directory, CONFIG, calls)) {
            journal.startOver();
            journal.add(new CellId(0, 5), DescentRuns.of(RESULT), List.of());
            journal.add(new CellId(1, 5), DescentRuns.of(RESULT), List.of());
        }
    }

    private int units() throws IOException {
        try (Journal journal = Journal.open(directory, CONFIG)) {
            return journal.units();
        }
    }

    @Test
    void withoutLocksTheWorkGoesOn() throws IOException {
        addTwo(new FileCalls() {
            @Override
            public FileLock tryLock(FileChannel channel, long position) throws IOException {
                throw new IOException("No locks available");
            }
        });
        assertEquals(2, units());
    }

    @Test
    void aLockOfAnotherProcessIsRespected() {
        InputException refused = assertThrows(
                InputException.class,
                () -> addTwo(new FileCalls() {
                    @Override
                    public FileLock tryLock(FileChannel channel, long position) {
                        return null;
                    }
                }));
        assertTrue(refused.getMessage().contains("another gnc is writing it"), refused::getMessage);
    }

    @Test
    void withoutFlushingTheWorkGoesOn() throws IOException {
        addTwo(new FileCalls() {
            @Override
            public void sync(FileDescriptor written) throws IOException {
                throw new SyncFailedException("sync failed");
            }
        });
        assertEquals(2, units());
    }

    @Test
    void aResultThatCannotBeFlushedIsAFailureThatNamesTheFile() {
        int[] calls = {0};
        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class,
                () -> addTwo(new FileCalls() {
                    @Override
                    public void sync(FileDescriptor written) throws IOException {
                        // The empty file and the head are flushed, the first result is not.
                        if (++calls[0] == 3) {
                            throw new IOException("No space left on device");
                        }
                    }
                }));
        assertTrue(
                failure.getCause()
                        .getMessage()
                        .startsWith(directory.resolve(Journal.FILE) + ": cannot be written: no space left on device"),
                failure.getCause()::getMessage);
    }

    @Test
    void aDirectoryInItsPlaceIsNamed() throws IOException {
        Path taken = Files.createDirectory(directory.resolve(Journal.FILE));
        String message = assertThrows(InputException.class, () -> addTwo(FileCalls.OF_THE_SYSTEM))
                .getMessage();
        assertTrue(message.startsWith(taken + ": "), message);
    }
}
