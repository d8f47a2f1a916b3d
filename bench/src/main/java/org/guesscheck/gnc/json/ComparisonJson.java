package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.Distance;
import org.guesscheck.core.comparison.Distances;
import org.guesscheck.core.comparison.Distribution;
import org.guesscheck.core.comparison.Part;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.problem.Problem;

/** A comparison as JSON, as gnc compare prints it; what is unknown is null. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The name of a part in JSON. */
    public static String name(Part part) {
        return switch (part) {
            case PRIOR -> "prior";
            case GUESS_AND_CHECK -> "guessAndCheck";
            case DESCENT_AT_EPS -> "descentAtEps";
            case DESCENT_AT_END -> "descentAtEnd";
        };
    }

    /** All of it but the draws, which the digest stands for. */
    public static ObjectNode write(ComparisonOutcome c, Problem problem) {
        ObjectNode node = Json.object();
        node.put("eps", c.eps());
        for (Distribution distribution : c.distributions()) {
            ObjectNode part = node.putObject(name(distribution.part()));
            switch (distribution.part()) {
                case PRIOR -> {}
                case GUESS_AND_CHECK -> part.set("posterior", PosteriorJson.write(c.posterior()));
                case DESCENT_AT_EPS -> put(part, c.descentAtEps());
                case DESCENT_AT_END -> put(part, c.descentAtEnd());
            }
            put(part, distribution, problem);
        }
        ObjectNode distances = node.putObject("distances");
        List<Distances> all = c.distances();
        put(distances.putObject("kolmogorovSmirnov"), all, Distances::kolmogorovSmirnov);
        put(distances.putObject("wasserstein1"), all, Distances::wasserstein1);
        return node.put("digest", c.digest());
    }

    private static void put(ObjectNode node, EnsembleOutcome ensemble) {
        node.put("runs", ensemble.runs().size())
                .put("reached", ensemble.reached())
                .put("diverged", ensemble.diverged());
        ObjectNode epochs = node.putObject("epochs").putObject("quantiles");
        ensemble.epochsToReach().forEach((share, value) -> Json.put(epochs, share.toString(), value));
    }

    private static void put(ObjectNode node, Distribution d, Problem problem) {
        node.put("sample", d.draws().count());
        if (d.generalizationLoss().isEmpty()) {
            node.putNull("generalizationLoss");
            node.putNull("meanPredicted");
            return;
        }
        GeneralizationLoss loss = d.generalizationLoss().get();
        ObjectNode inner = node.putObject("generalizationLoss");
        Json.put(inner, "mean", loss.mean());
        Json.put(inner, "standardError", loss.standardError());
        Json.put(inner, "low", loss.interval().low());
        Json.put(inner, "high", loss.interval().high());
        ObjectNode quantiles = inner.putObject("quantiles");
        loss.quantiles().forEach((share, value) -> Json.put(quantiles, share.toString(), value));
        double[] mean = d.draws().meanPredicted();
        if (mean.length == 0) {
            node.putNull("meanPredicted");
            return;
        }
        ObjectNode predicted = node.putObject("meanPredicted");
        Json.put(predicted, "generalizationLoss", d.lossOfMean());
        Json.put(predicted, "distanceToGroundTruth", d.distanceOfMean());
        ArrayNode matrix = predicted.putArray("matrix");
        for (int r = 0; r < problem.rows(); r++) {
            matrix.add(Json.array(java.util.Arrays.copyOfRange(mean, r * problem.cols(), (r + 1) * problem.cols())));
        }
    }

    /** The distances from guess and check, by the other part's name. */
    private static void put(ObjectNode node, List<Distances> all, Function<Distances, Distance> which) {
        for (Distances distances : all) {
            Distance distance = which.apply(distances);
            ObjectNode one = node.putObject(name(distances.first()) + "/" + name(distances.second()));
            Json.put(one, "estimate", distance.estimate());
            Json.put(one, "low", distance.interval().low());
            Json.put(one, "high", distance.interval().high());
            Json.put(one, "sameLaw", distance.sameLaw());
        }
    }
}
