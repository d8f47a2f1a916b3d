package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.gnc.text.InputException;

/** The outcome of gradient descent as JSON: what gnc descend prints and a sweep's journal keeps. */
public final class DescentJson {
    private DescentJson() {}

    /** All of it but the history. */
    public static ObjectNode write(Descent d) {
        ObjectNode node = Json.object();
        node.put("epochs", d.epochs());
        Json.put(node, "trainLoss", d.trainLoss());
        Json.put(node, "generalizationLoss", d.generalizationLoss());
        node.put("converged", d.converged());
        Json.put(node, "elapsedSeconds", d.elapsedSeconds());
        node.put("products", d.products());
        Json.put(node, "productSeconds", d.productSeconds());
        return node.put("digest", d.digest());
    }

    /**
     * What {@link #write} wrote, without a history; numbers that were not finite are NaN.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static Descent read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node);
        return new Descent(
                f.integer("epochs", 1),
                f.numberOrNull("trainLoss"),
                f.numberOrNull("generalizationLoss"),
                f.flag("converged"),
                f.numberOrNull("elapsedSeconds"),
                f.text("products"),
                f.numberOrNull("productSeconds"),
                f.text("digest"),
                List.of());
    }
}
