package org.guesscheck.bench.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.guesscheck.bench.suite.MeasuredRate;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.Mark;
import org.guesscheck.gnc.page.Plot;
import org.guesscheck.gnc.page.Scale;

/** The runs in the order of time. Those of another machine than the latest run's are listed, but not compared. */
final class HistorySection {
    private final Html html;
    private final List<RecordedRun> all;
    private final List<RecordedRun> same;

    private HistorySection(Html html, List<RecordedRun> runs) {
        this.html = html;
        all = runs;
        same = runs.stream().filter(this::isSame).toList();
    }

    /** Adds the section; the runs are in the order of time. */
    static void add(Html html, List<RecordedRun> runs) {
        html.raw("<section id=\"history\">\n<h2>History</h2>\n");
        new HistorySection(html, runs).section();
        html.raw("</section>\n");
    }

    private boolean isSame(RecordedRun run) {
        return run.origin().sameMachine(all.getLast().origin());
    }

    private void section() {
        runs();
        Map<String, List<MeasuredRate>> common = common();
        if (same.size() < 2) {
            html.raw("<p>Nothing is compared: there is no earlier run of this machine. Files that gnc bench --json"
                    + " wrote are given with --history.</p>\n");
        } else if (common.isEmpty()) {
            html.raw("<p>Nothing is compared: the runs of this machine have no figure in common.</p>\n");
        } else {
            figure(common);
            rates(common);
        }
    }

    private void runs() {
        html.raw("""
            <div class="scroll"><table>
            <caption>Runs</caption>
            <thead><tr><th scope="col">no.</th><th scope="col" class="text">date</th><th scope="col" class="text">CPU</th><th
            scope="col">processors</th><th scope="col" class="text">JDK</th><th scope="col" class="text">revision</th><th scope="col"
            class="text">compared</th><th scope="col" class="text">file</th></tr></thead><tbody>
            """);
        for (int i = 0; i < all.size(); i++) {
            RecordedRun run = all.get(i);
            html.add(
                    isSame(run) ? "<tr><th scope=\"row\">{}</th>" : "<tr class=\"doubt\"><th scope=\"row\">{}</th>",
                    i + 1);
            for (String cell : List.of(BenchPage.date(run), run.origin().cpu())) {
                html.add("<td class=\"text\">{}</td>", cell);
            }
            html.add(
                    "<td>{}</td>",
                    run.origin().processors() == 0 ? "" : run.origin().processors());
            for (String cell : List.of(
                    run.origin().jdk(),
                    run.origin().revision(),
                    isSame(run) ? run.quick() ? "yes (--quick)" : "yes" : "⚠ no: another machine",
                    run.file())) {
                html.add("<td class=\"text\">{}</td>", cell);
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
        html.raw("<p>A machine is known by its CPU's name and its number of processors, so two virtual machines may"
                + " count as one. The ratios have no intervals: gnc bench --compare tells whether a difference is"
                + " beyond noise.</p>\n");
    }

    /** By name, the figures that all compared runs have, in the order of the runs. */
    private Map<String, List<MeasuredRate>> common() {
        Map<String, List<MeasuredRate>> common = new LinkedHashMap<>();
        for (MeasuredRate figure : same.getLast().figures()) {
            List<MeasuredRate> rates = same.stream()
                    .map(run -> named(run, figure.id()))
                    .flatMap(Optional::stream)
                    .toList();
            if (rates.size() == same.size()) {
                common.put(figure.id(), rates);
            }
        }
        return common;
    }

    private static Optional<MeasuredRate> named(RecordedRun run, String id) {
        return run.figures().stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /** The number of a compared run in the table of all runs. */
    private int number(int compared) {
        return 1 + all.indexOf(same.get(compared));
    }

    private void figure(Map<String, List<MeasuredRate>> common) {
        List<String> families = List.copyOf(
                new TreeSet<>(common.keySet().stream().map(Families::of).toList()));
        html.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"plot\">\n");
        html.raw(plot(common, families)).raw("</div>\n<ul class=\"legend\">\n");
        for (int i = 0; i < families.size(); i++) {
            html.raw("<li>").raw(mark(i).icon()).add("{}</li>\n", families.get(i));
        }
        html.add(
                "</ul>\n"
                    + "<figcaption>Rates over those of run {}: of each family, the geometric mean of the figures that"
                    + " all compared runs have ({} in all).</figcaption>\n"
                    + "</figure>\n",
                number(0),
                common.size());
    }

    private static Mark mark(int family) {
        return new Mark(family % Mark.SERIES, family >= Mark.SERIES);
    }

    private String plot(Map<String, List<MeasuredRate>> common, List<String> families) {
        double least = 1;
        double most = 1;
        for (String family : families) {
            for (int run = 0; run < same.size(); run++) {
                least = Math.min(least, ratio(common, family, run));
                most = Math.max(most, ratio(common, family, run));
            }
        }
        double room = Math.max(0.05, 0.1 * (most - least));
        Plot plot = new Plot(
                "Rates of each family over those of the first compared run; the table below has the numbers",
                Scale.linear(0.5, same.size() + 0.5),
                Scale.linear(Math.max(0, least - room), most + room));
        plot.horizontal(
                "run, by its number in the table above",
                at -> at == Math.rint(at) && at >= 1 && at <= same.size() ? "" + number((int) at - 1) : "");
        plot.vertical("times the first run's rate", Amount::number);
        plot.line("ideal", List.of(new Plot.At(0.5, 1), new Plot.At(same.size() + 0.5, 1)));
        for (int i = 0; i < families.size(); i++) {
            String family = families.get(i);
            List<Plot.At> places = new java.util.ArrayList<>();
            for (int run = 0; run < same.size(); run++) {
                places.add(new Plot.At(run + 1, ratio(common, family, run)));
            }
            plot.line("line c" + mark(i).series(), places);
            for (Plot.At place : places) {
                plot.mark(
                        mark(i),
                        place,
                        family + ", run " + number((int) place.x() - 1) + ": " + Amount.number(place.y()) + " times");
            }
        }
        return plot.svg();
    }

    private static double ratio(Map<String, List<MeasuredRate>> common, String family, int run) {
        return Math.exp(common.entrySet().stream()
                .filter(figure -> Families.of(figure.getKey()).equals(family))
                .mapToDouble(figure -> Math.log(figure.getValue().get(run).median()
                        / figure.getValue().getFirst().median()))
                .average()
                .orElseThrow());
    }

    private void rates(Map<String, List<MeasuredRate>> common) {
        html.raw("<div class=\"scroll\"><table>\n<caption>Median rates of the compared runs</caption>\n<thead><tr>"
                + "<th scope=\"col\" class=\"text\">figure</th>");
        for (int run = 0; run < same.size(); run++) {
            html.add("<th scope=\"col\">run {}</th>", number(run));
        }
        html.add("<th scope=\"col\">run {} / run {}</th></tr></thead><tbody>\n", number(same.size() - 1), number(0));
        common.forEach((id, rates) -> {
            html.add("<tr><th scope=\"row\" class=\"text\">{}</th>", id);
            for (MeasuredRate rate : rates) {
                html.add("<td>{}</td>", Amount.rate(rate.median(), rate.work().unit() + "/s"));
            }
            html.add(
                    "<td>{}</td></tr>\n",
                    Amount.number(rates.getLast().median() / rates.getFirst().median()));
        });
        html.raw("</tbody></table></div>\n");
    }
}
