package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.sweep.PanelFiles;

/** Where, by what and when a panel was computed, in words, and the command that repeats it. */
final class Origin {
    private Origin() {}

    /** By the name of each part. */
    static Map<String, String> of(PanelResult p) {
        Map<String, String> parts = of(p.run());
        JsonNode threads = p.run().path("threadSeconds");
        if (threads.has("guessAndCheck") && threads.has("gradientDescent")) {
            parts.put(
                    "time of threads",
                    "guess and check "
                            + Figures.seconds(threads.get("guessAndCheck").asDouble())
                            + " s, gradient descent "
                            + Figures.seconds(threads.get("gradientDescent").asDouble())
                            + " s");
        }
        return parts;
    }

    /** The same of any run.json, without the time of threads. */
    static Map<String, String> of(ObjectNode run) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "machine",
                text(run, "host") + ": " + text(run, "cpu") + ", " + text(run, "processors") + " processors, "
                        + text(run, "os"));
        parts.put("JDK", text(run, "jdk"));
        parts.put("kernels", "backend " + text(run, "backend") + ", threads of a trial " + text(run, "threads"));
        parts.put("guesscheck", "version " + text(run, "version") + ", revision " + text(run, "gitRevision"));
        parts.put("time", time(run));
        return parts;
    }

    /** A field of a run.json. */
    static String text(ObjectNode run, String name) {
        JsonNode value = run.path(name);
        return value.isNull() || value.isMissingNode() ? "unknown" : value.asText();
    }

    private static String time(ObjectNode run) {
        try {
            Instant start = Instant.parse(text(run, "start")).truncatedTo(ChronoUnit.SECONDS);
            Instant end = Instant.parse(text(run, "end")).truncatedTo(ChronoUnit.SECONDS);
            int resumptions = run.path("resumptions").size();
            return start + " to " + end
                    + (resumptions == 0
                            ? " (" + Duration.between(start, end).toSeconds() + " s)"
                            : ", resumed after " + resumptions
                                    + (resumptions == 1 ? " interruption" : " interruptions"));
        } catch (DateTimeParseException e) {
            return "unknown";
        }
    }

    /** The command that repeats a panel: by the name of a preset, otherwise by the run.json with its config. */
    static String command(PanelResult panel) {
        String title = panel.config().title();
        boolean preset = panel.config().equals(Presets.all().get(title));
        String source =
                preset ? title : panel.directory().resolve(PanelFiles.RUN).toString();
        return "gnc sweep " + quoted(source) + " --out again";
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
