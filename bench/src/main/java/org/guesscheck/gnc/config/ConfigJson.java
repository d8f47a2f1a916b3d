package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/** Our own config format: one flat JSON object with {@link #FIELDS}, none of them optional but seed, sampler, relativeError and reduce. */
public final class ConfigJson {
    /** In the order in which they are written. */
    static final List<String> FIELDS = List.of(
            "title",
            "sweep",
            "values",
            "fixed",
            "rows",
            "cols",
            "rank",
            "completion",
            "measurements",
            "trials",
            "draws",
            "eps",
            "prior",
            "normalized",
            "softening",
            "activation",
            "negativeSlope",
            "learningRates",
            "epochs",
            "initScales",
            "momentum",
            "seed",
            "sampler",
            "relativeError",
            "reduce");

    private ConfigJson() {}

    /** Reads a config; the name of the file is for errors. */
    public static SweepConfig read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node, FIELDS);
        String title = f.text("title");
        Axis axis = axis(f);
        SweepConfig config = new SweepConfig(title, problem(f), network(f), guess(f), descent(f), axis, trials(f));
        return ConfigChecks.check(config, f, ConfigChecks.OWN);
    }

    private static ProblemRecipe problem(Fields f) {
        return new ProblemRecipe(
                f.integer("rows", 1),
                f.integer("cols", 1),
                f.integer("rank", 1),
                f.flag("completion"),
                f.integer("measurements", 1));
    }

    /** The sweep sets the size that its axis varies; the other one is fixed. */
    private static NetworkRecipe network(Fields f) {
        int fixed = f.integer("fixed", 1);
        return new NetworkRecipe(
                fixed,
                fixed,
                OptionNames.activation(f.choice("activation", OptionNames.ACTIVATIONS)),
                f.number("negativeSlope"),
                OptionNames.prior(f.choice("prior", OptionNames.PRIORS)),
                f.flag("normalized"),
                f.number("softening"));
    }

    private static GuessPlan guess(Fields f) {
        return new GuessPlan(
                f.has("sampler") ? f.choice("sampler", Sampler.NAMES) : RejectionSampler.NAME,
                f.count("draws", 1),
                f.has("relativeError") ? f.number("relativeError") : 0,
                f.number("eps"),
                f.has("reduce") && f.flag("reduce"));
    }

    private static DescentPlan descent(Fields f) {
        return new DescentPlan(
                f.numbers("learningRates"), f.integer("epochs", 1), f.numbers("initScales"), f.number("momentum"));
    }

    private static Axis axis(Fields f) {
        return new Axis(SweptField.labelled(f.choice("sweep", SweptField.LABELS)), f.integers("values", 1));
    }

    private static Trials trials(Fields f) {
        return new Trials(f.integer("trials", 1), f.has("seed") ? seed(f) : 1);
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
        node.put("title", c.title()).put("sweep", c.axis().field().label());
        ArrayNode values = node.putArray("values");
        c.axis().values().forEach(values::add);
        node.put("fixed", c.fixed());
        ProblemRecipe problem = c.problem();
        node.put("rows", problem.rows()).put("cols", problem.cols()).put("rank", problem.rank());
        node.put("completion", problem.completion()).put("measurements", problem.measurements());
        node.put("trials", c.trials().count());
        GuessPlan guess = c.guess();
        node.put("draws", guess.draws()).put("eps", guess.eps());
        NetworkRecipe network = c.network();
        node.put("prior", OptionNames.of(network.prior()));
        node.put("normalized", network.normalized()).put("softening", network.softening());
        node.put("activation", OptionNames.of(network.activation())).put("negativeSlope", network.negativeSlope());
        DescentPlan descent = c.descent();
        numbers(node.putArray("learningRates"), descent.learningRates());
        node.put("epochs", descent.epochs());
        numbers(node.putArray("initScales"), descent.initScales());
        node.put("momentum", descent.momentum());
        node.put("seed", c.trials().seed());
        return node.put("sampler", guess.sampler())
                .put("relativeError", guess.relativeError())
                .put("reduce", guess.reduce());
    }

    private static void numbers(ArrayNode list, List<Double> numbers) {
        numbers.forEach(list::add);
    }
}
