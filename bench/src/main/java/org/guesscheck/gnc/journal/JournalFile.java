package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.platform.OnceLog;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.files.FileCalls;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.text.InputException;

/**
 * A file of lines, each with a checksum, that only grows: a line is on the disk before anything else happens to its result, and
 * is never changed, so a program that was killed loses the line that it was writing and no more. The file is locked while it is
 * open.
 *
 * <p>Lines may be added by several threads.
 */
public final class JournalFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JournalFile.class.getName());

    /** The meaning of the lines, which are handed over in their order. */
    public interface Reader {
        /** Takes a whole line; the text says where it is, for errors. */
        void take(ObjectNode line, String where);

        /** Whether a line without a checksum is damaged, after the lines so far. */
        boolean checksummed();

        /** What the next line may begin with, so that its torn end is known from anything else. */
        List<String> beginnings();

        /** What a user may do about the next line if it is damaged. */
        String remedy();
    }

    private final Path path;
    private final FileCalls calls;

    /** Open and locked, or null. */
    private RandomAccessFile out;

    /** Why a line could not be written, which is the reason for all after it too. */
    private FileFailure broken;

    /** Whether the file system knows how to put files on the disk. */
    private boolean synced;

    /** Where the last whole line ends. */
    private long whole;

    private JournalFile(Path path, FileCalls calls) {
        this.path = path;
        this.calls = calls;
    }

    /**
     * Locks and reads a file, if it is there; changes nothing yet.
     *
     * @throws InputException if it is broken, or another process has it
     * @throws IOException if it can't be read
     */
    public static JournalFile open(Path path, FileCalls calls, Reader reader) throws IOException {
        JournalFile file = new JournalFile(path, calls);
        if (Files.exists(path)) {
            requireRegular(path);
            try {
                file.lock();
                file.read(reader);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }
        return file;
    }

    /**
     * A file that is to be replaced: it is not read.
     *
     * @throws InputException if something else is in its place
     */
    public static JournalFile unread(Path path, FileCalls calls) {
        if (Files.exists(path)) {
            requireRegular(path);
        }
        return new JournalFile(path, calls);
    }

    /** Refuses what is no regular file, such as a pipe, from which reading would wait for ever. */
    static void requireRegular(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InputException(path + ": " + (Files.isDirectory(path) ? "a directory" : "a pipe or a device")
                    + " is in the place of the journal; it has to be moved, or another --out given");
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Locks the file, which is made if it is not there. */
    public void lock() throws IOException {
        if (out != null) {
            return;
        }
        try {
            out = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw FileFailure.writing(path, e);
        }
        if (!isOurs()) {
            throw new InputException(path + ": another gnc is writing it; another --out is needed");
        }
        synced = syncs();
    }

    private boolean isOurs() throws IOException {
        try {
            // A byte beyond any end, since some systems keep others from reading what is locked.
            return calls.tryLock(out.getChannel(), Long.MAX_VALUE - 1) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            OnceLog.inThisJvm(LOG)
                    .warn(path + ": this file system has no locks (" + FileFailure.reason(e)
                            + "); a second gnc in this directory would not be noticed, and would spoil it");
            return true;
        }
    }

    /** Nothing is to be put on the disk yet, so a failure here says that the file system does not know how. */
    private boolean syncs() throws IOException {
        try {
            calls.sync(out.getFD());
            return true;
        } catch (IOException e) {
            AtomicFile.noteUnsynced(path, e);
            return false;
        }
    }

    /** Drops a torn end, so that more lines may come; the file is locked. */
    public void cut() throws IOException {
        out.setLength(whole);
        out.seek(whole);
    }

    /** Drops everything; the file is locked. */
    public void clear() throws IOException {
        whole = 0;
        cut();
    }

    /** Adds a line. A file that refused one, such as on a full disk, may end in half of it, after which no other may come. */
    public synchronized void append(ObjectNode line) throws IOException {
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
            broken = FileFailure.writing(path, e);
            throw broken;
        }
    }

    private void read(Reader reader) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int number = 0;
        for (int from = 0; from < bytes.length; from = (int) whole) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            String where = path + ": line " + ++number;
            if (end == bytes.length) {
                requireTorn(line, where, reader);
                return;
            }
            try {
                reader.take(JournalLine.read(line, where, reader.checksummed()), where);
            } catch (InputException e) {
                throw new InputException(e.getMessage() + "; " + reader.remedy());
            }
            whole = end + 1L;
        }
    }

    /** Nothing is dropped but what a killed program was writing. */
    private static void requireTorn(byte[] line, String where, Reader reader) {
        if (reader.beginnings().stream().noneMatch(beginning -> TornLine.is(line, beginning))) {
            throw new InputException(where + ": has no end, and is not the beginning of a line that gnc was writing; "
                    + reader.remedy());
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
