package org.guesscheck.gnc.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file that could not be written, told in one sentence that names it; the command exits with 1. */
public final class FileFailure extends IOException {
    private static final long serialVersionUID = 1;

    private FileFailure(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** The failure of writing a file; a cause that has such a sentence already is returned. */
    public static FileFailure writing(Path file, IOException cause) {
        return cause instanceof FileFailure told
                ? told
                : new FileFailure(
                        file + ": cannot be written: " + reason(cause)
                                + "; space and permission are needed there, or another place",
                        cause);
    }

    /** The failure of writing a file where a directory is. */
    static FileFailure directory(Path path) {
        return new FileFailure(path + ": this is a directory; the name of a file is needed", null);
    }

    /** The reason of a failure in words, without the name of a Java class or a bare path. */
    public static String reason(IOException e) {
        return switch (e) {
            case FileFailure told -> told.getMessage();
            case NoSuchFileException missing -> "no such file or directory";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException other -> other.getFile() + " is a file, or a link that leads nowhere";
            case NotDirectoryException other -> other.getFile() + " is not a directory";
            case FileSystemLoopException loop -> "its symbolic links lead in a circle";
            case FileSystemException system when system.getReason() != null -> lower(system.getReason());
            case FileNotFoundException other when other.getMessage() != null -> lower(inBrackets(other.getMessage()));
            default ->
                e.getMessage() == null
                        ? "input or output failed (" + e.getClass().getSimpleName() + ")"
                        : lower(e.getMessage());
        };
    }

    /** Of "file (reason)" the reason. */
    private static String inBrackets(String message) {
        int open = message.lastIndexOf(" (");
        return open > 0 && message.endsWith(")") ? message.substring(open + 2, message.length() - 1) : message;
    }

    private static String lower(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
