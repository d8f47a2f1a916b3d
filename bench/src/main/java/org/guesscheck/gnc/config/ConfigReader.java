package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.guesscheck.gnc.json.Json;

/** Reads a config file in our format, a sweep's run.json, or the format of the paper's code, told apart by their fields. */
public final class ConfigReader {
    private ConfigReader() {}

    /** Reads a file; notes are sentences for the user about what has no effect. */
    public static SweepConfig read(Path file, Consumer<String> notes) {
        return Titles.checked(config(file, notes), file.toString());
    }

    private static SweepConfig config(Path file, Consumer<String> notes) {
        ObjectNode node = Json.read(file);
        if (node.get("config") instanceof ObjectNode config) {
            return ConfigJson.read(config, file.toString());
        }
        if (ReferenceConfig.recognises(node)) {
            return ReferenceConfig.read(node, file.toString(), Titles.of(file), notes);
        }
        return ConfigJson.read(node, file.toString());
    }
}
