package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.guesscheck.gnc.json.Fields;

/** The question of learning curves in words. */
final class LearningInWords {
    private LearningInWords() {}

    /** What each part of the question was, by the name of the part. */
    static Map<String, String> of(LearningResult result) {
        Fields question = result.run().object("question");
        Fields data = question.object("data");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "samples",
                data.text("name") + ": " + data.integer("samples", 1) + " with " + data.integer("features", 1)
                        + " features in " + data.integer("classes", 1) + " classes, digest " + data.text("digest"));
        parts.put(
                "training sets",
                result.asked() + " with " + question.integer("trainingSamples", 1) + " samples each, drawn at random; "
                        + question.integer("testSamples", 1) + " others for tests");
        parts.put("training samples fit if", question.text("fit"));
        parts.put("network", settings(question.object("network")));
        parts.put("guess and check", settings(question.object("guessAndCheck")));
        parts.put(
                "gradient descent",
                question.has("gradientDescent") ? settings(question.object("gradientDescent")) : "none");
        parts.put("seed", Long.toString(question.whole("seed")));
        return parts;
    }

    private static String settings(Fields settings) {
        return settings.names().stream()
                .map(name -> words(name) + " " + value(settings.value(name)))
                .collect(Collectors.joining(", "));
    }

    /** A name in camel case as words. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            List<String> all = StreamSupport.stream(value.spliterator(), false)
                    .map(LearningInWords::value)
                    .toList();
            return String.join(" ", all);
        }
        return value.isDouble() ? Figures.setting(value.doubleValue()) : value.asText();
    }
}
