package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/** Our own config format: a JSON object with {@link #FIELDS}; the schema says which of them are needed. */
public final class ConfigJson {
    /** The init scales of which each place takes one. */
    static final String LADDER = "initScaleLadder";

    private static final String INITS = "inits";
    private static final String SCALES = "initScales";

    /** In the order in which they are written. */
    static final List<String> FIELDS = List.of(
            "title",
            "sweep",
            "values",
            "fixed",
            "axes",
            "figure",
            "width",
            "depth",
            "problem",
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
            "descent",
            "learningRates",
            "epochs",
            SCALES,
            LADDER,
            "momentum",
            INITS,
            "seed",
            "sampler",
            "relativeError",
            "reduce");

    private static final String PROBLEM = "problem";
    private static final String DESCENT = "descent";
    private static final String NONE = "none";
    private static final List<String> SETTINGS = List.of("learningRates", "epochs", SCALES, LADDER, "momentum", INITS);

    private ConfigJson() {}

    /**
     * The JSON Schema of the format, for editors and other programs. Configs are checked by {@link #read} itself, whose errors say
     * in one sentence which field is wrong and what is allowed; a test holds the two together.
     */
    public static String schema() {
        try (InputStream in = ConfigJson.class.getResourceAsStream("config.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a config; the name of the file is for errors. */
    public static SweepConfig read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node, FIELDS);
        String title = f.text("title");
        Grid grid = GridJson.read(f);
        requireUnset(f, grid);
        SweepConfig config =
                new SweepConfig(title, problem(f, grid), network(f, grid), guess(f, grid), descent(f), grid, trials(f));
        return ConfigChecks.check(config, f, ConfigChecks.OWN);
    }

    /** A value beside an axis that varies the field would have no effect. */
    private static void requireUnset(Fields f, Grid grid) {
        for (String name : FIELDS) {
            if (f.has(GridJson.AXES) && f.has(name) && grid.sets(name)) {
                throw f.error(name, "not allowed beside an axis that varies it");
            }
        }
    }

    private static ProblemRecipe problem(Fields f, Grid grid) {
        if (f.has(PROBLEM)) {
            return own(f);
        }
        return new ProblemRecipe(
                count(f, grid, SweptField.ROWS),
                count(f, grid, SweptField.COLS),
                count(f, grid, SweptField.RANK),
                f.flag("completion"),
                count(f, grid, SweptField.MEASUREMENTS));
    }

    /** A number from 1 on; where the axes set it, any. */
    private static int count(Fields f, Grid grid, SweptField field) {
        return grid.sets(field.field()) ? 1 : f.integer(field.field(), 1);
    }

    /** The file alone, or all that a sweep wrote of it. */
    private static ProblemRecipe own(Fields f) {
        for (String name : List.of("rows", "cols", "rank", "completion", "measurements")) {
            if (f.has(name)) {
                throw f.error(name, "not allowed beside " + PROBLEM + ", whose file says it");
            }
        }
        Fields own = f.object(PROBLEM, List.of("file", "sha256", "rows", "cols", "completion", "measurements"));
        String file = own.text("file");
        if (!own.has("sha256")) {
            return OwnProblem.recipe(Path.of(file));
        }
        return new ProblemRecipe(
                own.integer("rows", 1),
                own.integer("cols", 1),
                0,
                own.flag("completion"),
                own.integer("measurements", 1),
                Optional.of(new OwnProblem(file, own.text("sha256"))));
    }

    private static NetworkRecipe network(Fields f, Grid grid) {
        return new NetworkRecipe(
                GridJson.size(f, grid, SweptField.WIDTH),
                GridJson.size(f, grid, SweptField.DEPTH),
                OptionNames.activation(f.choice("activation", OptionNames.ACTIVATIONS)),
                number(f, grid, SweptField.NEGATIVE_SLOPE),
                OptionNames.prior(f.choice("prior", OptionNames.PRIORS)),
                f.flag("normalized"),
                f.number("softening"));
    }

    private static double number(Fields f, Grid grid, SweptField field) {
        return grid.sets(field.field()) ? 1 : f.number(field.field());
    }

    private static GuessPlan guess(Fields f, Grid grid) {
        return new GuessPlan(
                f.has("sampler") ? f.choice("sampler", Sampler.NAMES) : RejectionSampler.NAME,
                f.count("draws", 1),
                f.has("relativeError") ? f.number("relativeError") : 0,
                number(f, grid, SweptField.EPS),
                f.has("reduce") && f.flag("reduce"));
    }

    private static DescentPlan descent(Fields f) {
        if (f.has(DESCENT)) {
            f.choice(DESCENT, List.of(NONE));
            for (String name : SETTINGS) {
                if (f.has(name)) {
                    throw f.error(name, "not allowed beside " + DESCENT + " " + NONE);
                }
            }
            return DescentPlan.NONE;
        }
        if (f.has(LADDER) && f.has(SCALES)) {
            throw f.error(LADDER, "not allowed beside " + SCALES + "; one of the two is");
        }
        return new DescentPlan(
                f.numbers("learningRates"),
                f.integer("epochs", 1),
                f.has(LADDER) ? List.of() : f.numbers(SCALES),
                f.number("momentum"),
                f.has(INITS) ? f.integer(INITS, 1) : 1,
                f.has(LADDER) ? ladder(f) : List.of());
    }

    /** A list also where it has one number, since a rung alone is no setting of its own. */
    private static List<Double> ladder(Fields f) {
        f.items(LADDER);
        return f.numbers(LADDER);
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
        node.put("title", c.title());
        GridJson.write(node, c);
        problem(node, c.problem());
        GuessPlan guess = c.guess();
        node.put("trials", c.trials().count()).put("draws", guess.draws()).put("eps", guess.eps());
        NetworkRecipe network = c.network();
        node.put("prior", OptionNames.of(network.prior()));
        node.put("normalized", network.normalized()).put("softening", network.softening());
        node.put("activation", OptionNames.of(network.activation())).put("negativeSlope", network.negativeSlope());
        descent(node, c.descent());
        node.put("seed", c.trials().seed());
        node.put("sampler", guess.sampler())
                .put("relativeError", guess.relativeError())
                .put("reduce", guess.reduce());
        if (node.has(GridJson.AXES)) {
            FIELDS.stream().filter(c.grid()::sets).forEach(node::remove);
        }
        return node;
    }

    private static void problem(ObjectNode node, ProblemRecipe problem) {
        problem.own()
                .ifPresentOrElse(
                        own -> node.putObject(PROBLEM)
                                .put("file", own.file())
                                .put("sha256", own.sha256())
                                .put("rows", problem.rows())
                                .put("cols", problem.cols())
                                .put("completion", problem.completion())
                                .put("measurements", problem.measurements()),
                        () -> node.put("rows", problem.rows())
                                .put("cols", problem.cols())
                                .put("rank", problem.rank())
                                .put("completion", problem.completion())
                                .put("measurements", problem.measurements()));
    }

    private static void descent(ObjectNode node, DescentPlan descent) {
        if (descent.none()) {
            node.put(DESCENT, NONE);
            return;
        }
        numbers(node.putArray("learningRates"), descent.learningRates());
        node.put("epochs", descent.epochs());
        if (descent.climbs()) {
            numbers(node.putArray(LADDER), descent.initScaleLadder());
        } else {
            numbers(node.putArray(SCALES), descent.initScales());
        }
        node.put("momentum", descent.momentum());
        // Files of sweeps that have one initialization stay as they were.
        if (descent.inits() != 1) {
            node.put(INITS, descent.inits());
        }
    }

    private static void numbers(ArrayNode list, List<Double> numbers) {
        numbers.forEach(list::add);
    }
}
