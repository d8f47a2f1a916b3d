package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;

/** A learning curve as JSON, what is unknown as null. */
public final class LearningJson {
    private LearningJson() {}

    /** All of it. */
    public static ObjectNode write(LearningCurve curve) {
        ObjectNode node = Json.object();
        node.put("sampler", curve.origin().sampler())
                .put("backend", curve.execution().backend())
                .put("threads", curve.execution().threads())
                .put("seed", curve.origin().seed())
                .put("draws", curve.origin().draws());
        Json.put(node, "elapsedSeconds", curve.execution().seconds());
        node.set("prior", curve.prior().map(LearningJson::write).orElse(null));
        ArrayNode points = node.putArray("points");
        for (LearningPoint point : curve.points()) {
            points.add(write(point));
        }
        node.set("diagnostics", PosteriorJson.write(curve.diagnostics()));
        return node.put("digest", curve.origin().digest());
    }

    /** What gradient descent learned. */
    public static ObjectNode write(LearningDescentCurve curve) {
        ObjectNode node = Json.object();
        node.put("backend", curve.backend()).put("threads", curve.threads());
        Json.put(node, "elapsedSeconds", curve.seconds());
        ArrayNode points = node.putArray("points");
        for (LearningDescentPoint point : curve.points()) {
            ObjectNode one = points.addObject();
            one.put("samples", point.samples()).put("runs", point.runs()).put("reached", point.reached());
            Json.put(one, "epochs", point.epochs());
            accuracy(one, point.accuracy());
        }
        return node.put("digest", curve.digest());
    }

    private static ObjectNode write(LearningPoint point) {
        ObjectNode node = Json.object();
        node.put("samples", point.samples()).put("accepted", point.accepted());
        ObjectNode probability = node.putObject("probability");
        Json.put(probability, "estimate", point.probability());
        PosteriorJson.write(point.probabilityInterval(), probability);
        return accuracy(node, point.accuracy());
    }

    private static ObjectNode accuracy(ObjectNode node, Optional<TestAccuracy> known) {
        if (known.isEmpty()) {
            return node.putNull("accuracy");
        }
        TestAccuracy accuracy = known.get();
        ObjectNode inner = node.putObject("accuracy");
        Json.put(inner, "mean", accuracy.mean());
        Json.put(inner, "standardError", accuracy.standardError());
        PosteriorJson.write(accuracy.interval(), inner);
        Json.put(inner, "deviation", accuracy.deviation());
        ObjectNode quantiles = inner.putObject("quantiles");
        accuracy.quantiles().forEach((share, value) -> Json.put(quantiles, share.toString(), value));
        inner.put("networks", accuracy.networks());
        return node;
    }
}
