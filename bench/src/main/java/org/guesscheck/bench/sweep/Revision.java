package org.guesscheck.bench.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The revision from which this program was built; the build leaves it beside this class. */
final class Revision {
    private Revision() {}

    /** The commit, with "-dirty" behind it if the sources had changes; nothing for a build outside a git checkout. */
    static Optional<String> built() {
        try (InputStream in = Revision.class.getResourceAsStream("revision.txt")) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(text).filter(revision -> !revision.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
