package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;

/** Reads a config file in our format, a sweep's run.json, or the format of the paper's code, told apart by their fields. */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * A config file that was read.
     *
     * @param config what it asks
     * @param run all of the file, where it is a sweep's run.json
     */
    public record Found(SweepConfig config, Optional<ObjectNode> run) {}

    /** Reads a file; notes are sentences for the user about what has no effect. */
    public static SweepConfig read(Path file, Consumer<String> notes) {
        return find(file, notes).config();
    }

    /** Reads a file with what a sweep has recorded there; notes as above. */
    public static Found find(Path file, Consumer<String> notes) {
        ObjectNode node = Json.read(file);
        SweepConfig config = Titles.checked(config(node, file, notes), file.toString());
        return new Found(config, Optional.of(node).filter(all -> all.get("config") instanceof ObjectNode));
    }

    private static SweepConfig config(ObjectNode node, Path file, Consumer<String> notes) {
        if (node.get("config") instanceof ObjectNode config) {
            return ConfigJson.read(config, file.toString());
        }
        if (ReferenceConfig.recognises(node)) {
            return ReferenceConfig.read(node, file.toString(), Titles.of(file), notes);
        }
        if (node.get("question") instanceof ObjectNode) {
            throw new InputException(file + ": is the run.json of gnc learn, which its \"arguments\" repeat; a sweep's"
                    + " run.json or a config file is allowed");
        }
        return ConfigJson.read(node, file.toString());
    }
}
