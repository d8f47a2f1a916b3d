package org.guesscheck.bench.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guesscheck.bench.suite.MeasuredRate;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.Mark;
import org.guesscheck.gnc.page.Plot;
import org.guesscheck.gnc.page.Scale;

/** How the same work becomes faster with threads: figures whose names differ in the number of threads alone. */
final class ScalingSection {
    private ScalingSection() {}

    static void add(Html html, RecordedRun run) {
        html.raw("<section id=\"scaling\">\n<h2>Scaling with threads</h2>\n");
        Map<String, List<MeasuredRate>> series = series(run);
        if (series.isEmpty()) {
            html.raw("<p>No figure of this run was measured with one thread and with several: the machine has one"
                    + " processor, or the run was made with --only.</p>\n");
        } else {
            html.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"plot\">\n");
            html.raw(plot(series)).raw("</div>\n<ul class=\"legend\">\n");
            int number = 0;
            for (String name : series.keySet()) {
                html.raw("<li>").raw(mark(number++).icon()).add("{}</li>\n", name);
            }
            html.raw("</ul>\n"
                    + "<figcaption>Rate of so many threads over that of one thread. On the dashed line twice the"
                    + " threads are twice as fast. Threads of one core share its ports, and clocks fall when more"
                    + " cores work.</figcaption>\n"
                    + "</figure>\n");
            table(html, series);
        }
        html.raw("</section>\n");
    }

    /** By their common name, the figures of rising numbers of threads; only where one thread and more were measured. */
    private static Map<String, List<MeasuredRate>> series(RecordedRun run) {
        Map<String, List<MeasuredRate>> series = run.figures().stream()
                .filter(f -> f.id().endsWith("/" + f.work().threads()))
                .sorted(Comparator.comparingInt(f -> f.work().threads()))
                .collect(Collectors.groupingBy(
                        f -> f.id().substring(0, f.id().lastIndexOf('/')), TreeMap::new, Collectors.toList()));
        series.values()
                .removeIf(figures ->
                        figures.size() < 2 || figures.getFirst().work().threads() != 1);
        return series;
    }

    private static Mark mark(int number) {
        return new Mark(number % Mark.SERIES, false);
    }

    private static double speedUp(List<MeasuredRate> figures, MeasuredRate figure) {
        return figure.median() / figures.getFirst().median();
    }

    private static String plot(Map<String, List<MeasuredRate>> series) {
        int most = series.values().stream()
                .mapToInt(figures -> figures.getLast().work().threads())
                .max()
                .orElseThrow();
        double fastest = most;
        for (List<MeasuredRate> figures : series.values()) {
            for (MeasuredRate figure : figures) {
                fastest = Math.max(fastest, speedUp(figures, figure));
            }
        }
        Plot plot = new Plot(
                "Speed-up against the number of threads; the table below has the numbers",
                Scale.linear(0, most * 1.05),
                Scale.linear(0, fastest * 1.05));
        plot.horizontal("threads", Amount::number);
        plot.vertical("times the rate of one thread", Amount::number);
        plot.line("ideal", List.of(new Plot.At(0, 0), new Plot.At(most, most)));
        int number = 0;
        for (Map.Entry<String, List<MeasuredRate>> one : series.entrySet()) {
            List<MeasuredRate> figures = one.getValue();
            plot.line(
                    "line c" + mark(number).series(),
                    figures.stream()
                            .map(f -> new Plot.At(f.work().threads(), speedUp(figures, f)))
                            .toList());
            for (MeasuredRate figure : figures) {
                plot.mark(
                        mark(number),
                        new Plot.At(figure.work().threads(), speedUp(figures, figure)),
                        one.getKey() + ", threads " + figure.work().threads() + ": "
                                + Amount.number(speedUp(figures, figure)) + " times");
            }
            number++;
        }
        return plot.svg();
    }

    private static void table(Html html, Map<String, List<MeasuredRate>> series) {
        html.raw("""
            <div class="scroll"><table>
            <caption>Rates by number of threads</caption>
            <thead><tr><th scope="col" class="text">work</th><th scope="col">threads</th><th scope="col">rate</th><th scope="col">times one
            thread</th><th scope="col">of as many times</th></tr></thead><tbody>
            """);
        series.forEach((name, figures) -> figures.forEach(figure -> html.add(
                "<tr><th scope=\"row\" class=\"text\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                name,
                figure.work().threads(),
                Amount.rate(figure.median(), figure.work().unit() + "/s"),
                Amount.number(speedUp(figures, figure)),
                Amount.percent(speedUp(figures, figure) / figure.work().threads()))));
        html.raw("</tbody></table></div>\n");
    }
}
