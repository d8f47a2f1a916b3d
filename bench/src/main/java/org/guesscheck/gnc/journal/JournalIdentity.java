package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.guesscheck.gnc.config.ConfigDifference;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;

/** The head of a journal: which results belong together, as far as they depend on the config and on the program. */
final class JournalIdentity {
    /** The field that every head begins with. */
    static final String NAME = "journal";

    /** Its value. */
    static final String WHAT = "guesscheck sweep";

    /** The text that every head begins with. */
    static final String BEGINNING = "{\"" + NAME + "\":\"" + WHAT + "\",";

    private static final String CONFIG = "config";
    private static final String VERSION = "version";

    private JournalIdentity() {}

    /** What all units of a journal have in common. */
    static ObjectNode of(SweepConfig config) {
        ObjectNode node = Json.object();
        node.put(NAME, WHAT).put("format", 1);
        node.put(VERSION, JournalIdentity.class.getPackage().getImplementationVersion());
        node.put("arithmetic", ProgramFingerprint.fingerprint());
        node.set(CONFIG, ConfigJson.write(config));
        return node;
    }

    /**
     * Refuses to go on with a journal of another sweep.
     *
     * @param head the journal's first line, which may say more
     * @throws InputException if something differs, naming the first field that does
     */
    static void requireSame(Path file, ObjectNode head, SweepConfig config) {
        difference(file, head, config, Set.of()).ifPresent(what -> {
            throw new InputException(file + ": " + what
                    + "; --resume goes on with the same sweep by the same program only, and another --out starts a new"
                    + " one");
        });
    }

    /** The first field in which the results of a journal may differ from those that this program has for a config. */
    static Optional<String> otherResults(Path file, ObjectNode head, SweepConfig config) {
        return difference(file, head, config, Set.of(VERSION));
    }

    private static Optional<String> difference(Path file, ObjectNode head, SweepConfig config, Set<String> ignored) {
        // Through text, so that equal numbers have equal nodes.
        ObjectNode here = Json.parse(Json.line(of(config)), "");
        for (String name : new Fields("", "", here).names()) {
            if (!name.equals(CONFIG)
                    && !ignored.contains(name)
                    && !head.path(name).equals(here.path(name))) {
                return Optional.of(ConfigDifference.words(name, head.path(name), here.path(name)));
            }
        }
        ObjectNode there = (ObjectNode) new Fields(file.toString(), "", head).required(CONFIG);
        return ConfigDifference.between(there, (ObjectNode) here.get(CONFIG)).map(field -> CONFIG + "." + field);
    }
}
