package org.guesscheck.gnc.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognizes pipes and sockets. Writing to one fails only after its reader has left, in words that depend on the system's language. */
public final class Pipe {
    private static final int KIND = 0xf000;
    private static final int FIFO = 0x1000;
    private static final int SOCKET = 0xc000;

    private Pipe() {}

    /** Whether a path leads to a pipe or a socket, after its links were followed. */
    public static boolean at(Path path) {
        try {
            int kind = (int) Files.getAttribute(path, "unix:mode") & KIND;
            return kind == FIFO || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
