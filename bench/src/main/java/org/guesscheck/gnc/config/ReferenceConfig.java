package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Fields;

/**
 * The experiment files of the paper's code. Batch sizes, log periods and directories have no meaning here: they are
 * accepted, and a list of batch sizes that does not match the sweep is noted.
 */
final class ReferenceConfig {
    static final List<String> FIELDS = List.of(
            "n_rows",
            "n_cols",
            "gt_rank",
            "gt_norm",
            "num_seeds",
            "completion",
            "num_measurements",
            "activation",
            "negative_slope",
            "gnc_num_samples",
            "gnc_batch_sizes",
            "gnc_eps_train",
            "gnc_init",
            "gnc_normalize",
            "gnc_softening",
            "gd_lrs",
            "gd_epochs",
            "gd_init_scales",
            "gd_log_period",
            "gd_print_period",
            "gd_momentum",
            "gd_verbose",
            "width",
            "widths",
            "depth",
            "depths",
            "results_dir",
            "figures_dir");

    private static final List<String> ACTIVATIONS = List.of("Linear", "Tanh", "Leaky ReLU");
    private static final List<String> PRIORS = List.of("gauss", "unif");

    private ReferenceConfig() {}

    static boolean recognises(ObjectNode node) {
        return node.has("n_rows") || node.has("gnc_num_samples") || node.has("num_seeds");
    }

    static SweepConfig read(ObjectNode node, String file, String title, Consumer<String> notes) {
        Fields f = new Fields(file, "", node, FIELDS);
        if (f.has("widths") == f.has("depths")) {
            throw f.error("widths", "exactly one of widths (with depth) and depths (with width) is needed");
        }
        SweptField swept = f.has("widths") ? SweptField.WIDTH : SweptField.DEPTH;
        String varied = swept.plural();
        String fixed = swept == SweptField.WIDTH ? "depth" : "width";
        if (f.has("gt_norm") && f.number("gt_norm") != 1) {
            throw f.error("gt_norm", f.number("gt_norm") + "; only 1 is allowed");
        }
        List<Integer> values = f.integers(varied, 1);
        if (f.has("gnc_batch_sizes")) {
            int sizes = f.integers("gnc_batch_sizes", 1).size();
            if (sizes != 1 && sizes != values.size()) {
                notes.accept("note: " + file + ": gnc_batch_sizes lists " + sizes + " sizes for " + values.size() + " "
                        + varied + "; batch sizes have no meaning here and are not used");
            }
        }
        SweepConfig config = new SweepConfig(
                title,
                problem(f),
                network(f, f.integer(fixed, 1)),
                guess(f),
                descent(f),
                Grid.of(Axis.of(swept, values.stream().mapToDouble(v -> v).toArray())),
                new Trials(f.integer("num_seeds", 1), 1));
        return ConfigChecks.check(config, f, names(varied, fixed));
    }

    private static ProblemRecipe problem(Fields f) {
        return new ProblemRecipe(
                f.integer("n_rows", 1),
                f.integer("n_cols", 1),
                f.integer("gt_rank", 1),
                f.flag("completion"),
                f.integer("num_measurements", 1));
    }

    /** The sweep sets the size that its axis varies. */
    private static NetworkRecipe network(Fields f, int fixed) {
        return new NetworkRecipe(
                fixed,
                fixed,
                Activation.Kind.values()[ACTIVATIONS.indexOf(f.choice("activation", ACTIVATIONS))],
                f.has("negative_slope") ? f.number("negative_slope") : 0.2,
                Prior.values()[PRIORS.indexOf(f.choice("gnc_init", PRIORS))],
                f.flag("gnc_normalize"),
                f.number("gnc_softening"));
    }

    private static GuessPlan guess(Fields f) {
        return new GuessPlan(RejectionSampler.NAME, f.count("gnc_num_samples", 1), 0, f.number("gnc_eps_train"), false);
    }

    private static DescentPlan descent(Fields f) {
        return new DescentPlan(
                f.numbers("gd_lrs"),
                f.integer("gd_epochs", 1),
                f.numbers("gd_init_scales"),
                f.has("gd_momentum") ? f.number("gd_momentum") : 0);
    }

    private static Map<String, String> names(String varied, String fixed) {
        return Map.ofEntries(
                Map.entry("values", varied),
                Map.entry("fixed", fixed),
                Map.entry("rows", "n_rows"),
                Map.entry("rank", "gt_rank"),
                Map.entry("measurements", "num_measurements"),
                Map.entry("eps", "gnc_eps_train"),
                Map.entry("softening", "gnc_softening"),
                Map.entry("negativeSlope", "negative_slope"),
                Map.entry("learningRates", "gd_lrs"),
                Map.entry("initScales", "gd_init_scales"),
                Map.entry("momentum", "gd_momentum"));
    }
}
