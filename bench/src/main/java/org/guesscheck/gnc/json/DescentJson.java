package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.gnc.text.InputException;

/** The outcome of gradient descent as JSON, as gnc descend prints it and a sweep's journal keeps it. */
public final class DescentJson {
    private DescentJson() {}

    /** Everything but the history and the predicted matrix. */
    public static ObjectNode write(Descent d) {
        ObjectNode node = Json.object();
        node.put("epochs", d.end().epoch());
        Json.put(node, "trainLoss", d.end().trainLoss());
        Json.put(node, "generalizationLoss", d.end().generalizationLoss());
        node.put("converged", d.converged());
        Json.put(node, "elapsedSeconds", d.execution().seconds());
        node.put("products", d.execution().products());
        Json.put(node, "productSeconds", d.execution().productSeconds());
        return node.put("digest", d.digest());
    }

    /**
     * Reads the fields that {@link #write} wrote; numbers that were not finite are NaN, history and predicted matrix are empty.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static Descent read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node);
        LossPoint end = new LossPoint(
                f.integer("epochs", 1), f.numberOrNull("trainLoss"), f.numberOrNull("generalizationLoss"));
        boolean converged = f.flag("converged");
        DescentExecution execution = new DescentExecution(
                f.text("products"), f.numberOrNull("elapsedSeconds"), f.numberOrNull("productSeconds"));
        return new Descent(end, converged, execution, f.text("digest"), List.of(), new float[0]);
    }
}
