package org.guesscheck.gnc.learn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.LearningJson;
import org.guesscheck.gnc.text.InputException;

/**
 * What was learned of one training set.
 *
 * @param curve by guess and check
 * @param descent by gradient descent; empty where it was not asked for
 */
public record LearnedSet(LearningCurve curve, Optional<LearningDescentCurve> descent) {
    private static final String DESCENT = "descent";

    /** As JSON, what is unknown as null. */
    public ObjectNode write() {
        ObjectNode node = LearningJson.write(curve);
        descent.ifPresent(trained -> node.set(DESCENT, LearningJson.write(trained)));
        return node;
    }

    /**
     * Reads what {@link #write} wrote; numbers that were not finite are NaN.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static LearnedSet read(Fields fields) {
        return new LearnedSet(
                LearningJson.read(fields),
                fields.has(DESCENT) ? Optional.of(LearningJson.readDescent(fields.object(DESCENT))) : Optional.empty());
    }

    /** What gradient descent learned from so many samples; empty where it did not. */
    public Optional<LearningDescentPoint> descentAt(int samples) {
        return descent.flatMap(all -> all.points().stream()
                .filter(point -> point.samples() == samples)
                .findFirst());
    }
}
