package org.guesscheck.bench.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.bench.suite.CacheLevel;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.PageFrame;
import org.guesscheck.gnc.text.InputException;

/** Runs of {@code gnc bench} as a page: the latest one in full, and how the rates of its machine went. */
public final class BenchPage {
    private BenchPage() {}

    /**
     * Writes the page.
     *
     * @param runs the runs, at least one, in any order
     * @throws InputException if a run has no date, or is there twice
     */
    public static void write(Path file, List<RecordedRun> runs) throws IOException {
        AtomicFile.write(file, text(runs));
    }

    /** The text of the page. */
    static String text(List<RecordedRun> runs) {
        List<RecordedRun> ordered = ordered(runs);
        RecordedRun latest = ordered.getLast();
        Html html = new Html();
        PageFrame.begin(html, "gnc bench");
        list(html, origin(latest));
        if (!latest.notes().isEmpty()) {
            html.add(
                    "<details><summary>Remarks on the rates ({})</summary><ul>\n",
                    latest.notes().size());
            latest.notes().forEach(note -> html.add("<li>{}</li>\n", note));
            html.raw("</ul></details>\n");
        }
        RooflineSection.add(html, latest);
        ScalingSection.add(html, latest);
        HistorySection.add(html, ordered);
        return PageFrame.end(html);
    }

    private static List<RecordedRun> ordered(List<RecordedRun> runs) {
        List<RecordedRun> ordered = new ArrayList<>(runs);
        ordered.sort(Comparator.comparing(BenchPage::end));
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).origin().equals(ordered.get(i - 1).origin())) {
                throw new InputException(ordered.get(i).file() + ": the same run as "
                        + ordered.get(i - 1).file() + "; each run is allowed once");
            }
        }
        return ordered;
    }

    private static Instant end(RecordedRun run) {
        try {
            return Instant.parse(run.origin().end());
        } catch (DateTimeParseException e) {
            throw new InputException(run.file() + ": end: '" + run.origin().end()
                    + "' is not a time such as 2026-11-25T12:00:00Z, by which runs are ordered");
        }
    }

    /** The date of a run, to the minute. */
    static String date(RecordedRun run) {
        return end(run).truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replaceFirst(":00Z$", "Z")
                .replace('T', ' ');
    }

    private static Map<String, String> origin(RecordedRun run) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("date", date(run) + (run.quick() ? " (--quick)" : ""));
        parts.put("CPU", run.origin().cpu());
        if (run.origin().processors() > 0) {
            parts.put("processors", Integer.toString(run.origin().processors()));
        }
        if (!run.caches().isEmpty()) {
            List<String> caches = new ArrayList<>();
            for (CacheLevel cache : run.caches()) {
                caches.add("L" + cache.level() + " " + Amount.size(cache.bytes()));
            }
            parts.put("caches", String.join(", ", caches) + ", as announced by the operating system");
        }
        parts.put("operating system", run.origin().os());
        parts.put("JDK", run.origin().jdk());
        parts.put("revision", run.origin().revision());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    private static void list(Html html, Map<String, String> parts) {
        html.raw("<dl>\n");
        parts.forEach((name, value) -> html.add("<dt>{}</dt><dd>{}</dd>\n", name, value));
        html.raw("</dl>\n");
    }
}
