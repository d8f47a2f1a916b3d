package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
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
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "machine",
                p.text("host") + ": " + p.text("cpu") + ", " + p.text("processors") + " processors, " + p.text("os"));
        parts.put("JDK", p.text("jdk"));
        parts.put("kernels", "backend " + p.text("backend") + ", threads of a trial " + p.text("threads"));
        parts.put("guesscheck", "version " + p.text("version") + ", revision " + p.text("gitRevision"));
        parts.put("time", time(p));
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

    private static String time(PanelResult p) {
        try {
            Instant start = Instant.parse(p.text("start")).truncatedTo(ChronoUnit.SECONDS);
            Instant end = Instant.parse(p.text("end")).truncatedTo(ChronoUnit.SECONDS);
            int resumptions = p.run().path("resumptions").size();
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

    private static String quoted(String word) {
        return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
