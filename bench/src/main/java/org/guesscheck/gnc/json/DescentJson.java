package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.gnc.text.InputException;

/** The outcome of gradient descent as JSON, as gnc descend prints it and a sweep's journal keeps it. */
public final class DescentJson {
    private DescentJson() {}

    /** Everything but the history. */
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
     * Reads the fields that {@link #write} wrote; numbers that were not finite are NaN, and the history is empty.
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
