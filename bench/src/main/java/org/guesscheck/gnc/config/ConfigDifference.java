package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/** The first field in which two configs differ, in words. */
public final class ConfigDifference {
    private ConfigDifference() {}

    /** Compares the config of an earlier sweep with that of the present one; empty if they are equal. */
    public static Optional<String> between(SweepConfig there, SweepConfig here) {
        return between(written(there), written(here));
    }

    /** Through text, so that equal numbers have equal nodes. */
    private static ObjectNode written(SweepConfig config) {
        return Json.parse(Json.line(ConfigJson.write(config)), config.title());
    }

    /** The same for configs as JSON, in which equal numbers have equal nodes. */
    public static Optional<String> between(ObjectNode there, ObjectNode here) {
        Set<String> names = new LinkedHashSet<>(new Fields("", "", here).names());
        names.addAll(new Fields("", "", there).names());
        return names.stream()
                .filter(name -> !there.path(name).equals(here.path(name)))
                .findFirst()
                .map(name -> words(name, there.path(name), here.path(name)));
    }

    /** A field with both of its values. */
    public static String words(String name, JsonNode there, JsonNode here) {
        return name + " is " + text(there) + " there and " + text(here) + " here";
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
