package org.guesscheck.gnc.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells pipes and sockets: writing to them fails only when their reader has gone, whatever the system's language calls that. */
public final class Pipe {
    private static final int KIND = 0xf000;
    private static final int FIFO = 0x1000;
    private static final int SOCKET = 0xc000;

    private Pipe() {}

    /** Whether a path is one, after its links were followed. */
    public static boolean at(Path path) {
        try {
            int kind = (int) Files.getAttribute(path, "unix:mode") & KIND;
            return kind == FIFO || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
