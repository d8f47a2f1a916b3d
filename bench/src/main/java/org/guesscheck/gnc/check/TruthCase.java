package org.guesscheck.gnc.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * A question with its answer by brute force, from a program that shares nothing with this one.
 *
 * @param name of the case
 * @param problem file of the problem
 * @param network the network and its prior
 * @param eps threshold of the training loss
 * @param probability acceptance probability
 * @param loss mean generalization loss of the accepted draws
 * @param prior mean generalization loss of all draws
 */
record TruthCase(
        String name, Path problem, Network network, double eps, Answer probability, Answer loss, Answer prior) {
    private static final List<String> FIELDS = List.of(
            "name",
            "problem",
            "width",
            "depth",
            "activation",
            "prior",
            "normalize",
            "eps",
            "draws",
            "accepted",
            "p",
            "p_se",
            "gen",
            "gen_se",
            "prior_mean",
            "prior_se");

    /**
     * A number with its standard error.
     *
     * @param value the number
     * @param error its standard error
     */
    record Answer(double value, double error) {
        /** The distance of another independent number, in combined standard errors. */
        double distance(double other, double otherError) {
            return Math.abs(value - other) / Math.hypot(error, otherError);
        }
    }

    /** The cases of truth.json in a directory. */
    static List<TruthCase> read(Path directory) {
        Path file = directory.resolve("truth.json");
        return Json.readAll(file).stream()
                .map(node -> read(directory, file, node))
                .toList();
    }

    private static TruthCase read(Path directory, Path file, ObjectNode node) {
        Fields f = new Fields(file.toString(), "", node, FIELDS);
        Activation activation = Activation.of(OptionNames.activation(f.choice("activation", OptionNames.ACTIVATIONS)));
        Network network = new Network(
                f.integer("width", 1),
                f.integer("depth", 1),
                activation,
                OptionNames.prior(f.choice("prior", OptionNames.PRIORS)),
                f.flag("normalize"),
                Network.SOFTENING);
        return new TruthCase(
                f.text("name"),
                directory.resolve(f.text("problem")),
                network,
                f.number("eps"),
                new Answer(f.number("p"), f.number("p_se")),
                new Answer(f.number("gen"), f.number("gen_se")),
                new Answer(f.number("prior_mean"), f.number("prior_se")));
    }
}
