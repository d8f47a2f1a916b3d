package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;

/** The schema that is given to users and the checks that read a config agree on what is a config. */
class ConfigSchemaTest {
    /** A name for JSON that a test changes. */
    private static final String FILE = "file";

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigJson.schema(), InputFormat.JSON);

    private static List<String> faults(ObjectNode config) {
        List<String> faults = new ArrayList<>();
        SCHEMA.validate(Json.line(config), InputFormat.JSON).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    /** What the checks say, empty where they take it. */
    private static String said(ObjectNode config) {
        try {
            ConfigJson.read(config, FILE);
            return "";
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    private static ObjectNode old() {
        return ConfigJson.write(Presets.all().get("figure-2-linear"));
    }

    private static ObjectNode map() {
        return ConfigJson.write(Presets.all().get("map-size-depth"));
    }

    private static ObjectNode fitting() {
        return ConfigJson.write(Presets.all().get("figure-2-linear-fits"));
    }

    private static ObjectNode parsed(String json) {
        return Json.parse(json, FILE);
    }

    /** A copy with a field set to a value that is written as JSON. */
    private static ObjectNode with(ObjectNode config, String name, String json) {
        ObjectNode copy = config.deepCopy();
        copy.set(name, parsed("{\"x\": " + json + "}").get("x"));
        return copy;
    }

    @Test
    void everyPresetIsAConfigOfTheSchema() {
        for (SweepConfig preset : Presets.all().values()) {
            assertEquals(List.of(), faults(ConfigJson.write(preset)), preset.title());
        }
    }

    @Test
    void theSchemaHasTheFieldsAndTheWordsOfTheReader() {
        ObjectNode schema = parsed(ConfigJson.schema());
        Set<String> fields = new HashSet<>(new Fields("", "", (ObjectNode) schema.get("properties")).names());
        assertEquals(new HashSet<>(ConfigJson.FIELDS), fields);
        assertEquals(SweptField.LABELS, words(schema.at("/$defs/name/enum")));
        assertEquals(FigureKind.LABELS, words(schema.at("/properties/figure/enum")));
        assertEquals(OptionNames.ACTIVATIONS, words(schema.at("/properties/activation/enum")));
        assertEquals(OptionNames.PRIORS, words(schema.at("/properties/prior/enum")));
        assertEquals(new HashSet<>(Sampler.NAMES), new HashSet<>(words(schema.at("/properties/sampler/enum"))));
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.textValue()));
        return words;
    }

    /** Every field left out, and set to values of each kind and around each limit. */
    @Test
    void theyRefuseTheSameChangesOfOneField() {
        List<String> values = List.of(
                "-1",
                "0",
                "0.5",
                "1",
                "1.5",
                "2",
                "3.0",
                "1e3",
                "2147483647",
                "2147483648",
                "1e30",
                "true",
                "\"x\"",
                "\"linear\"",
                "\"gauss\"",
                "\"none\"",
                "\"maps\"",
                "\"splitting\"",
                "\"width\"",
                "[]",
                "[3]",
                "[2, 2]",
                "[0]",
                "[0.5]",
                "{}",
                "[{}]",
                "[\"x\"]",
                "\"\"");
        int refused = 0;
        int taken = 0;
        for (ObjectNode config : List.of(old(), map(), fitting())) {
            for (String name : ConfigJson.FIELDS) {
                ObjectNode without = config.deepCopy();
                without.remove(name);
                assertAgree(without, name + " left out");
                for (String value : values) {
                    ObjectNode changed = with(config, name, value);
                    if (beyondASchema(name, said(changed))) {
                        continue;
                    }
                    assertAgree(changed, name + " = " + value);
                    if (said(changed).isEmpty()) {
                        taken++;
                    } else {
                        refused++;
                    }
                }
            }
        }
        assertTrue(taken > 100 && refused > 500, taken + " taken, " + refused + " refused");
    }

    /** What a field must be beside others, which a schema can't say, and titles that can't be directories. */
    private static boolean beyondASchema(String name, String said) {
        return name.equals("title")
                || said.contains("entries; at most")
                || said.contains("; 1 to ")
                || said.contains(" are allowed in all")
                || said.contains(" one for each of the ")
                || said.contains("sampler rejection only")
                || said.contains("can be reduced")
                || said.contains("each above the one before it")
                || said.contains("softening: ")
                // The validator does not compare whole numbers of more than 64 bits.
                || said.contains(": 1.0E30; a whole number ")
                || said.contains("conditional; it needs");
    }

    private static void assertAgree(ObjectNode config, String change) {
        String said = said(config);
        List<String> faults = faults(config);
        assertEquals(said.isEmpty(), faults.isEmpty(), change + ": " + said + " / " + faults);
    }

    @Test
    void theyRefuseTheSameAxes() {
        String depth = "{\"name\": \"depth\", \"values\": [2, 3, 4, 6, 8]}";
        for (String axes : List.of(
                "[" + depth + "]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [5, 6]}]",
                "[" + depth + ", {\"name\": \"eps\", \"values\": [0.1, 0.2]}]",
                "[" + depth + ", {\"name\": \"negative-slope\", \"values\": [0, 1]}]",
                "[" + depth + ", {\"name\": \"negative-slope\", \"values\": [0, 1.1]}]",
                "[" + depth + ", {\"name\": \"eps\", \"values\": [0]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [0]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [5, 5]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [5.5]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": []}]",
                "[" + depth + ", {\"name\": \"width\"}]",
                "[" + depth + ", {\"name\": \"breadth\", \"values\": [5]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [5], \"value\": 5}]",
                "[" + depth
                        + ", {\"name\": \"width\", \"values\": [5], \"with\": [{\"name\": \"rank\", \"values\":"
                        + " [1]}]}]",
                "[" + depth
                        + ", {\"name\": \"width\", \"values\": [5], \"with\": [{\"name\": \"rank\", \"values\":"
                        + " [0]}]}]",
                "[" + depth + ", {\"name\": \"width\", \"values\": [5], \"with\": []}]",
                "[{\"name\": \"width\", \"values\": [5]}, {\"name\": \"eps\", \"values\": [1]}, {\"name\": \"rank\","
                        + " \"values\": [1]}]",
                "[]")) {
            ObjectNode config = map();
            config.put("width", 5)
                    .put("eps", 0.02)
                    .put("rows", 5)
                    .put("cols", 5)
                    .put("measurements", 15);
            ObjectNode changed = with(config, "axes", axes);
            Grid grid = quietly(axes);
            if (grid != null) {
                ConfigJson.FIELDS.stream().filter(grid::sets).forEach(changed::remove);
            }
            if (axes.startsWith("[" + depth + "]")) {
                changed.put("figure", "curves");
            }
            assertAgree(changed, axes);
        }
    }

    /** The axes, or null where they can't be read. */
    private static Grid quietly(String axes) {
        try {
            return GridJson.read(new Fields(FILE, "", parsed("{\"axes\": " + axes + "}")));
        } catch (InputException e) {
            return null;
        }
    }

    @Test
    void aWrongFieldIsSaidInOneSentence() {
        assertNotEquals(List.of(), faults(with(map(), "axes", "[]")));
        assertEquals("file: axes: a list of at least one item is needed", said(with(map(), "axes", "[]")));
        assertEquals("file: depth: not allowed beside an axis that varies it", said(with(map(), "depth", "3")));
        assertEquals(
                "file: sweep: not allowed beside axes, which says what varies",
                said(with(map(), "sweep", "\"width\"")));
        assertEquals(
                "file: figure: allowed beside axes only; fixed is the size that does not vary",
                said(with(old(), "figure", "\"maps\"")));
        assertEquals(
                "file: initScaleLadder: not allowed beside initScales; one of the two is",
                said(with(old(), "initScaleLadder", "[0.1]")));
        assertEquals(
                "file: initScaleLadder: a list of at least one item is needed",
                said(with(fitting(), "initScaleLadder", "[]")));
        for (String ladder : List.of("[0.2, 0.1]", "[0.1, 0.1]", "[0, 0.1]", "[-1]")) {
            String sentence = said(with(fitting(), "initScaleLadder", ladder));
            assertTrue(
                    sentence.startsWith("file: initScaleLadder: [")
                            && sentence.endsWith("]; numbers above 0 are allowed, each above the one before it"),
                    sentence);
        }
        assertEquals("file: inits: 0; a whole number of at least 1 is allowed", said(with(fitting(), "inits", "0")));
        assertEquals(
                "file: inits: 2147483647 for each of 8 trials; at most 1000000 are allowed in all",
                said(with(fitting(), "inits", "2147483647")));
        assertEquals(
                "file: epochs: not allowed beside descent none",
                said(with(ConfigJson.write(Presets.all().get("map-width-depth-tanh")), "epochs", "3")));
    }
}
