package org.guesscheck.gnc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guesscheck.core.descent.WeightSnapshot;

/** Weights of gradient descent as JSON: the epoch, and the factors in order, each row by row; a weight that is not finite is null. */
public final class WeightsJson {
    private WeightsJson() {}

    /** Writes one object with an array {@code weights}, by rising epoch. */
    public static void write(List<WeightSnapshot> snapshots, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (JsonGenerator generator = new FiniteGenerator(Json.generator(text))) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("weights");
            for (WeightSnapshot snapshot : snapshots) {
                generator.writeStartObject();
                generator.writeNumberField("epoch", snapshot.epoch());
                generator.writeArrayFieldStart("factors");
                for (float[][] factor : snapshot.factors()) {
                    write(factor, generator);
                }
                generator.writeEndArray();
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        text.flush();
    }

    private static void write(float[][] factor, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (float[] row : factor) {
            generator.writeStartArray();
            for (float weight : row) {
                generator.writeNumber(weight);
            }
            generator.writeEndArray();
        }
        generator.writeEndArray();
    }
}
