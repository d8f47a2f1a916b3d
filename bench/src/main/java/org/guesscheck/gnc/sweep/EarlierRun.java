package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.guesscheck.gnc.config.ConfigDifference;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.text.InputException;

/**
 * The sweep that a run.json is of, which another sweep repeats.
 *
 * @param file the run.json, as it was named
 * @param program the version and the git revision that ran, in words
 * @param digests of its results, if those of the repetition can be compared with them
 * @param reason why they can't; empty if they can
 */
public record EarlierRun(String file, String program, Optional<SweepDigests> digests, String reason) {
    static final String MARK = "config";
    static final String DIGESTS = "digests";
    static final String VERSION = "version";
    static final String REVISION = "gitRevision";

    /**
     * Reads what a sweep recorded.
     *
     * @param file the name of the file
     * @param run its content
     * @param there the config in it
     * @param here the config that is run now, with the options of the command line
     * @throws InputException if its digests are damaged, naming the field
     */
    public static EarlierRun of(String file, ObjectNode run, SweepConfig there, SweepConfig here) {
        String program =
                program(run.path(VERSION).asText(null), run.path(REVISION).asText(null));
        if (!run.has(DIGESTS)) {
            return new EarlierRun(
                    file, program, Optional.empty(), "an earlier version wrote that file without digests");
        }
        Fields digests = new Fields(file, "", run).object(DIGESTS);
        if (!digests.text(MARK).equals(ConfigMark.of(run.path("config")))) {
            return new EarlierRun(
                    file, program, Optional.empty(), "the settings in that file were changed after its sweep");
        }
        Optional<String> changed = ConfigDifference.between(there, here);
        return changed.isPresent()
                ? new EarlierRun(file, program, Optional.empty(), "other settings are asked for: " + changed.get())
                : new EarlierRun(file, program, Optional.of(SweepDigests.read(digests, there)), "");
    }

    /** Why nothing can be compared, in a sentence without a full stop. */
    public String inWords() {
        return "digests are not compared with those of " + file + ", since " + reason;
    }

    /** A program in words. */
    static String program(String version, String revision) {
        return "version " + Objects.requireNonNullElse(version, "unknown")
                + (revision == null ? "" : " (" + revision + ")");
    }
}
