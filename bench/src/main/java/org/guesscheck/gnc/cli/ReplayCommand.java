package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.DrawnNetworkOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.work.Interruptible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One draw again. */
@Command(
        name = "replay",
        description = "Prints the weights, the product and both losses of one draw, as JSON.",
        footer = {"", "Example: gnc replay --problem problem.json --width 5 --seed 1 --draw 12345"})
final class ReplayCommand extends GncCommand {
    @Mixin
    ProblemOptions problem;

    @Mixin
    DrawnNetworkOptions network;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--reduce",
            description = "Replay a draw of estimate --reduce: its factors are those of the reduced form.")
    boolean reduce;

    @Option(names = "--draw", required = true, paramLabel = "I", description = "Number of the draw, from 0.")
    long draw;

    @Override
    public Integer call() {
        BooleanSupplier stop = this::interrupted;
        Problem asked = problem.problem(stop);
        ReplayedDraw replayed = Interruptible.call(
                stop,
                () -> RejectionSampler.of(asked, network.network())
                        .reduce(reduce)
                        .seed(seed)
                        .replay(draw));
        ObjectNode node = Json.object().put("draw", replayed.draw());
        ArrayNode weights = node.putArray("weights");
        replayed.weights().forEach(factor -> weights.add(Json.array(factor)));
        node.set("product", Json.array(replayed.product()));
        Json.put(node, "trainLoss", replayed.trainLoss());
        Json.put(node, "generalizationLoss", replayed.generalizationLoss());
        System.out.println(Json.print(node));
        return ExitCode.DONE;
    }
}
