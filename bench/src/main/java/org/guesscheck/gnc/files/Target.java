package org.guesscheck.gnc.files;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that a name leads to after its symbolic links were followed.
 *
 * @param path where the links end
 * @param kind the kind of thing at that place
 */
record Target(Path path, Kind kind) {
    /** The limit of Linux. */
    private static final int MOST_LINKS = 40;

    /** The folders of the open descriptors of a process: Linux's, and that of other systems. */
    private static final Pattern DESCRIPTORS = Pattern.compile("(?:/proc/(\\d+)(?:/task/\\d+)?|/dev)/fd");

    enum Kind {
        /** A regular file, or none yet: it is replaced. */
        FILE,
        /** A device, a pipe or a socket. */
        OTHER,
        /** An open file of a process, whose reader has that very file open. */
        DESCRIPTOR
    }

    /**
     * Follows a name.
     *
     * @throws IOException if it leads nowhere, or to a directory
     */
    static Target of(Path name) throws IOException {
        if (Files.isDirectory(name)) {
            throw FileFailure.directory(name);
        }
        Path path = name.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            if (descriptors(path).matches()) {
                return new Target(path, Kind.DESCRIPTOR);
            }
            if (!Files.isSymbolicLink(path)) {
                boolean replaced = Files.notExists(path) || Files.isRegularFile(path);
                return new Target(path, replaced ? Kind.FILE : Kind.OTHER);
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        throw new FileSystemLoopException(name.toString());
    }

    /** The folder of a path, with all links followed. */
    private static Matcher descriptors(Path path) {
        Path folder = path.getParent();
        try {
            return DESCRIPTORS.matcher(folder == null ? "" : folder.toRealPath().toString());
        } catch (IOException e) {
            return DESCRIPTORS.matcher("");
        }
    }

    /** Whether it can't be replaced, so that its old content stays and new content is written to it. */
    boolean writesThrough() {
        return kind != Kind.FILE;
    }

    /** Whether this process may write there. */
    boolean writable() {
        return own(1) || own(2) || Files.isWritable(path);
    }

    /** Opens a target that is written through. A file that another process has open is written at its end. */
    OutputStream open() throws IOException {
        if (own(1)) {
            System.out.flush();
            return new Unclosed(new FileOutputStream(FileDescriptor.out));
        }
        if (own(2)) {
            return new Unclosed(new FileOutputStream(FileDescriptor.err));
        }
        boolean file = Files.isRegularFile(path);
        return Waiting.during(() -> file
                ? Files.newOutputStream(path, StandardOpenOption.APPEND)
                : Files.newOutputStream(path, StandardOpenOption.WRITE));
    }

    /** Whether this is a standard stream of this process, which already has a position in its file. */
    private boolean own(int descriptor) {
        Matcher matcher = descriptors(path);
        return kind == Kind.DESCRIPTOR
                && matcher.matches()
                && path.getFileName().toString().equals(Integer.toString(descriptor))
                && (matcher.group(1) == null
                        || matcher.group(1)
                                .equals(Long.toString(ProcessHandle.current().pid())));
    }
}
