package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
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

    private JournalIdentity() {}

    /** What all units of a journal have in common. */
    static ObjectNode of(SweepConfig config) {
        ObjectNode node = Json.object();
        node.put(NAME, WHAT).put("format", 1);
        node.put("version", JournalIdentity.class.getPackage().getImplementationVersion());
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
        // Through text, so that equal numbers have equal nodes.
        ObjectNode here = Json.parse(Json.line(of(config)), "");
        requireSame(file, "", head, here, fields(here));
        ObjectNode there = (ObjectNode) new Fields(file.toString(), "", head).required(CONFIG);
        ObjectNode ours = (ObjectNode) here.get(CONFIG);
        Set<String> names = fields(ours);
        names.addAll(fields(there));
        requireSame(file, CONFIG + ".", there, ours, names);
    }

    private static void requireSame(Path file, String prefix, ObjectNode there, ObjectNode here, Set<String> names) {
        for (String name : names) {
            JsonNode old = there.path(name);
            JsonNode now = here.path(name);
            if (!name.equals(CONFIG) && !old.equals(now)) {
                throw new InputException(file + ": " + prefix + name + " is " + text(old) + " there and " + text(now)
                        + " here; --resume goes on with the same sweep by the same program only, and another --out"
                        + " starts a new one");
            }
        }
    }

    /** A value for people, also one that is absent. */
    static String text(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static Set<String> fields(ObjectNode node) {
        return new LinkedHashSet<>(new Fields("", "", node).names());
    }
}
