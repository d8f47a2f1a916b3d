package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guesscheck.gnc.config.ConfigDifference;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.text.InputException;

/**
 * What a journal says of the sweep that it belongs to.
 *
 * @param config what was asked
 * @param start when the sweep was started
 */
public record JournalHead(SweepConfig config, Instant start) {
    private static final String CONFIG = "config";
    private static final String START = "start";

    /** In the head, which checksum every line has; older journals have none. */
    static final String CHECKSUMS = "checksums";

    /**
     * Reads the first line of a directory's journal, which another process may be writing.
     *
     * @return nothing if there is no journal, or it has no whole line yet
     * @throws InputException if that line is damaged, or not a journal's
     */
    public static Optional<JournalHead> read(Path directory) throws IOException {
        Path file = directory.resolve(Journal.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JournalFile.requireRegular(file);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return Optional.empty();
                }
                line.write(next);
            }
        }
        String where = file + ": line 1";
        return Optional.of(of(JournalLine.read(line.toByteArray(), where, false), where));
    }

    /** The first line of a sweep's journal. */
    static ObjectNode line(SweepConfig config, Instant start) {
        return JournalIdentity.of(config).put(START, start.toString()).put(CHECKSUMS, JournalLine.CHECKSUM);
    }

    /** The head that a journal's first line is. */
    static JournalHead of(ObjectNode line, String where) {
        if (line.has(CHECKSUMS) && !line.has(JournalLine.CHECKSUM)) {
            throw JournalLine.damaged(where);
        }
        Fields fields = new Fields(where, "", line);
        fields.choice(JournalIdentity.NAME, List.of(JournalIdentity.WHAT));
        SweepConfig config = ConfigJson.read(fields.object(CONFIG).node(), where + ": " + CONFIG);
        return new JournalHead(config, fields.instant(START));
    }

    /**
     * What tells this sweep from the one that a run.json is of.
     *
     * @param other that one's config
     * @param began when that one was started, as text; empty where it is not known
     * @return the first difference in words, or nothing
     */
    public Optional<String> difference(SweepConfig other, String began) {
        Optional<String> field = ConfigDifference.between(other, config);
        if (field.isPresent()) {
            return field;
        }
        return began.isEmpty() || began.equals(start.toString())
                ? Optional.empty()
                : Optional.of("the start is " + began + " there and " + start + " here");
    }
}
