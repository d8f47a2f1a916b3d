package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/** Our own config format: the components of {@link SweepConfig} as fields of one JSON object, none of them optional but seed, sampler, relativeError and reduce. */
public final class ConfigJson {
    static final List<String> FIELDS = Arrays.stream(SweepConfig.class.getRecordComponents())
            .map(component -> component.getName())
            .toList();

    private ConfigJson() {}

    /** Reads a config; the name of the file is for errors. */
    public static SweepConfig read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node, FIELDS);
        SweepConfig config = new SweepConfig(
                f.text("title"),
                SweepKind.valueOf(f.choice("sweep", List.of("width", "depth")).toUpperCase(Locale.ROOT)),
                f.integers("values", 1),
                f.integer("fixed", 1),
                f.integer("rows", 1),
                f.integer("cols", 1),
                f.integer("rank", 1),
                f.flag("completion"),
                f.integer("measurements", 1),
                f.integer("trials", 1),
                f.count("draws", 1),
                f.number("eps"),
                OptionNames.prior(f.choice("prior", OptionNames.PRIORS)),
                f.flag("normalized"),
                f.number("softening"),
                OptionNames.activation(f.choice("activation", OptionNames.ACTIVATIONS)),
                f.number("negativeSlope"),
                f.numbers("learningRates"),
                f.integer("epochs", 1),
                f.numbers("initScales"),
                f.number("momentum"),
                f.has("seed") ? seed(f) : 1,
                f.has("sampler") ? f.choice("sampler", Sampler.NAMES) : RejectionSampler.NAME,
                f.has("relativeError") ? f.number("relativeError") : 0,
                f.has("reduce") && f.flag("reduce"));
        return ConfigChecks.check(config, f, ConfigChecks.OWN);
    }

    /** Any of the 2^64 numbers of 64 bits, since what is made of a seed wraps around on purpose; also written 1e8. */
    private static long seed(Fields f) {
        JsonNode value = f.required("seed");
        try {
            if (value.isNumber()) {
                return value.decimalValue().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        throw f.error(
                "seed", value + "; a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE + " is allowed");
    }

    /** The config as {@link #read} reads it. */
    public static ObjectNode write(SweepConfig c) {
        ObjectNode node = Json.object();
        node.put("title", c.title()).put("sweep", OptionNames.of(c.sweep()));
        ArrayNode values = node.putArray("values");
        c.values().forEach(values::add);
        node.put("fixed", c.fixed()).put("rows", c.rows()).put("cols", c.cols()).put("rank", c.rank());
        node.put("completion", c.completion())
                .put("measurements", c.measurements())
                .put("trials", c.trials());
        node.put("draws", c.draws()).put("eps", c.eps()).put("prior", OptionNames.of(c.prior()));
        node.put("normalized", c.normalized()).put("softening", c.softening());
        node.put("activation", OptionNames.of(c.activation())).put("negativeSlope", c.negativeSlope());
        ArrayNode rates = node.putArray("learningRates");
        c.learningRates().forEach(rates::add);
        node.put("epochs", c.epochs());
        ArrayNode scales = node.putArray("initScales");
        c.initScales().forEach(scales::add);
        node.put("momentum", c.momentum()).put("seed", c.seed());
        node.put("sampler", c.sampler()).put("relativeError", c.relativeError()).put("reduce", c.reduce());
        return node;
    }
}
