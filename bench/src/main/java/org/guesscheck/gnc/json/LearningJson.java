package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.gnc.text.InputException;

/** A learning curve as JSON, what is unknown as null: what gnc learn prints and keeps. */
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

    /**
     * Reads what {@link #write(LearningCurve)} wrote; numbers that were not finite are NaN, and there are no networks.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static LearningCurve read(Fields f) {
        return new LearningCurve(
                new Origin(f.text("sampler"), f.whole("seed"), f.count("draws", 0), f.text("digest")),
                new Execution(f.text("backend"), f.integer("threads", 1), f.numberOrNull("elapsedSeconds")),
                f.has("prior") ? Optional.of(point(f.object("prior"))) : Optional.empty(),
                f.objects("points").stream().map(LearningJson::point).toList(),
                PosteriorJson.diagnostics(f.object("diagnostics")),
                AcceptedNetworks.NONE);
    }

    /**
     * Reads what {@link #write(LearningDescentCurve)} wrote; numbers that were not finite are NaN.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static LearningDescentCurve readDescent(Fields f) {
        return new LearningDescentCurve(
                f.objects("points").stream()
                        .map(point -> new LearningDescentPoint(
                                point.integer("samples", 1),
                                point.integer("runs", 1),
                                point.integer("reached", 0),
                                point.numberOrNull("epochs"),
                                accuracy(point)))
                        .toList(),
                f.text("backend"),
                f.integer("threads", 1),
                f.numberOrNull("elapsedSeconds"),
                f.text("digest"));
    }

    private static LearningPoint point(Fields f) {
        Fields probability = f.object("probability");
        return new LearningPoint(
                f.integer("samples", 0),
                f.count("accepted", 0),
                probability.numberOrNull("estimate"),
                PosteriorJson.interval(probability),
                accuracy(f));
    }

    private static Optional<TestAccuracy> accuracy(Fields point) {
        if (!point.has("accuracy")) {
            return Optional.empty();
        }
        Fields f = point.object("accuracy");
        return Optional.of(new TestAccuracy(
                f.numberOrNull("mean"),
                f.numberOrNull("standardError"),
                PosteriorJson.interval(f),
                f.numberOrNull("deviation"),
                PosteriorJson.quantiles(f.object("quantiles")),
                f.count("networks", 0)));
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
