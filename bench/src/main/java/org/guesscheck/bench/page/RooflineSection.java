package org.guesscheck.bench.page;

import java.util.List;
import java.util.Map;
import org.guesscheck.bench.suite.MeasuredRate;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.Mark;
import org.guesscheck.gnc.page.Plot;
import org.guesscheck.gnc.page.Scale;

/** The roofline of a run: a plot, and its numbers as tables. */
final class RooflineSection {
    private static final double GIGA = 1e9;

    /** Lines of bandwidths whose ratio is lower lie so close together that their words would cover each other. */
    private static final double CLOSE = 1.5;

    /** The share of the second of two close lines at which its words begin. */
    private static final double BESIDE = 0.5;

    private final Html html;
    private final Roofline model;

    private RooflineSection(Html html, Roofline model) {
        this.html = html;
        this.model = model;
    }

    static void add(Html html, RecordedRun run) {
        html.raw("<section id=\"roofline\">\n<h2>Roofline of one thread</h2>\n");
        Roofline.of(run)
                .ifPresentOrElse(
                        model -> new RooflineSection(html, model).section(),
                        () -> html.raw("<p>There is no roofline: the run needs the FMA peak and the bandwidths of one"
                                + " thread, and a kernel whose bytes are counted. It was measured by an older program,"
                                + " with --only, or without the Vector API.</p>\n"));
        html.raw("</section>\n");
    }

    private void section() {
        html.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"plot\">\n");
        html.raw(plot());
        html.raw("</div>\n");
        legend();
        html.raw("""
            <figcaption>Numbers are those of the table below. Roofs are the best round of the run, kernels the median. A thin line joins the
            backends of a kernel; open marks are plain Java.</figcaption>
            </figure>
            """);
        html.raw("""
            <p>A kernel reaches at most the FMA peak, and at most its arithmetic intensity times the bandwidth of the memory where its arrays
            stay. The bytes of a kernel are the fewest: each array counts once for each step that writes it and once for each that reads it, and
            elements that a step loads again do not count. So an intensity is an upper bound, and so is the memory's roof. Normals, and draws with them, stay
            below their roof because their integer operations, shifts and conversions keep the ports busy without being counted. Kernels whose activation
            is not linear are left out, because their operations are not counted.</p>
            """);
        levels();
        kernels();
    }

    private String plot() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double slowest = Double.POSITIVE_INFINITY;
        for (Roofline.Kernel kernel : model.kernels()) {
            least = Math.min(least, kernel.work().intensity());
            most = Math.max(most, kernel.work().intensity());
            for (MeasuredRate rate : kernel.rates().values()) {
                slowest = Math.min(slowest, kernel.flops(rate));
            }
        }
        for (Roofline.Level level : model.levels()) {
            most = Math.max(most, model.peak() / level.bandwidth());
        }
        Scale x = Scale.logarithmic(least / 1.5, most * 1.2);
        Scale y = Scale.logarithmic(slowest / GIGA / 1.2, model.peak() / GIGA * 1.3);
        Plot plot = new Plot(
                "Roofline: operations a second of each kernel against its arithmetic intensity, below the FMA peak and"
                        + " the bandwidths; the tables below have the numbers",
                x,
                y);
        plot.horizontal("arithmetic intensity, operations for each byte", Amount::number);
        plot.vertical("Gflop/s of one thread", Amount::number);
        roofs(plot, x, y);
        for (int i = 0; i < model.kernels().size(); i++) {
            kernel(plot, i);
        }
        return plot.svg();
    }

    private void roofs(Plot plot, Scale x, Scale y) {
        double peak = model.peak() / GIGA;
        double firstRidge = model.peak() / model.levels().getFirst().bandwidth();
        Plot.At right = new Plot.At(x.high(), peak);
        Plot.At ridge = new Plot.At(Math.max(x.low(), firstRidge), peak);
        plot.line("roof", List.of(ridge, right));
        plot.along(ridge, right, 0, "FMA peak " + Amount.rate(model.peak(), "flop/s"));
        double share = 0;
        double previous = Double.POSITIVE_INFINITY;
        for (Roofline.Level level : model.levels()) {
            double bandwidth = level.bandwidth() / GIGA;
            double from = Math.max(x.low(), y.low() / bandwidth);
            double to = Math.min(x.high(), peak / bandwidth);
            // The words of two lines that lie close together stand one after the other.
            share = level.bandwidth() * CLOSE > previous && share == 0 ? BESIDE : 0;
            previous = level.bandwidth();
            if (from < to) {
                Plot.At low = new Plot.At(from, from * bandwidth);
                Plot.At high = new Plot.At(to, to * bandwidth);
                plot.line("roof", List.of(low, high));
                plot.along(low, high, share, name(level) + " " + Amount.rate(level.bandwidth(), "B/s"));
            }
        }
    }

    private static String name(Roofline.Level level) {
        String size = Amount.size(level.array());
        return level.name().isEmpty() ? size : level.name() + " (" + size + ")";
    }

    private void kernel(Plot plot, int index) {
        Roofline.Kernel kernel = model.kernels().get(index);
        double intensity = kernel.work().intensity();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Map.Entry<String, MeasuredRate> rate : kernel.rates().entrySet()) {
            double flops = kernel.flops(rate.getValue()) / GIGA;
            low = Math.min(low, flops);
            high = Math.max(high, flops);
            plot.mark(
                    mark(kernel, rate.getKey()),
                    new Plot.At(intensity, flops),
                    kernel.name() + ", " + rate.getKey() + ": " + Amount.number(flops) + " Gflop/s, "
                            + Amount.percent(flops * GIGA / model.roof(kernel)) + " of its roof");
        }
        if (low < high) {
            plot.line("stem", List.of(new Plot.At(intensity, low), new Plot.At(intensity, high)));
        }
        plot.label(new Plot.At(intensity, high), Integer.toString(index + 1));
    }

    private static Mark mark(Roofline.Kernel kernel, String backend) {
        return new Mark(Math.max(0, Families.ALL.indexOf(kernel.family())), Families.isPlain(backend));
    }

    private void legend() {
        html.raw("<ul class=\"legend\">\n");
        model.kernels().stream()
                .map(Roofline.Kernel::family)
                .distinct()
                .forEach(family -> html.raw("<li>")
                        .raw(new Mark(Math.max(0, Families.ALL.indexOf(family)), false).icon())
                        .add("{}</li>\n", family));
        html.raw("</ul>\n");
    }

    private void levels() {
        html.raw("""
            <div class="scroll"><table>
            <caption>Roofs</caption>
            <thead><tr><th scope="col" class="text">roof</th><th scope="col">rate</th><th scope="col">intensity from which the peak is the
            roof</th></tr></thead><tbody>
            """);
        html.add(
                "<tr><th scope=\"row\" class=\"text\">FMA peak</th><td>{}</td><td></td></tr>\n",
                Amount.rate(model.peak(), "flop/s"));
        for (Roofline.Level level : model.levels()) {
            html.add(
                    "<tr><th scope=\"row\" class=\"text\">reading {}</th><td>{}</td><td>{}</td></tr>\n",
                    name(level),
                    Amount.rate(level.bandwidth(), "B/s"),
                    Amount.number(model.peak() / level.bandwidth()));
        }
        html.raw("</tbody></table></div>\n");
    }

    private void kernels() {
        html.raw("""
            <div class="scroll"><table>
            <caption>Kernels, by rising intensity</caption>
            <thead><tr><th scope="col">no.</th><th scope="col" class="text">kernel</th><th scope="col">operations for each byte, at
            most</th><th scope="col">working set</th><th scope="col">stays in</th><th scope="col">roof</th><th scope="col">limit</th>
            <th scope="col" class="text">backend</th><th scope="col">rate</th><th scope="col">of its roof</th><th scope="col">of the FMA
            peak</th></tr></thead><tbody>
            """);
        for (int i = 0; i < model.kernels().size(); i++) {
            rows(i + 1, model.kernels().get(i));
        }
        html.raw("</tbody></table></div>\n");
    }

    private void rows(int number, Roofline.Kernel kernel) {
        boolean first = true;
        int rows = kernel.rates().size();
        for (Map.Entry<String, MeasuredRate> rate : kernel.rates().entrySet()) {
            html.raw("<tr>");
            if (first) {
                html.add("<td rowspan=\"{}\">{}</td>", rows, number);
                html.add("<th scope=\"rowgroup\" class=\"text\" rowspan=\"{}\">{}</th>", rows, kernel.name());
                for (String cell : List.of(
                        Amount.number(kernel.work().intensity()),
                        Amount.size(kernel.work().workingSet()),
                        name(kernel.level()),
                        Amount.rate(model.roof(kernel), "flop/s"),
                        model.memoryRoof(kernel) < model.peak() ? "bandwidth" : "FMA peak")) {
                    html.add("<td rowspan=\"{}\">{}</td>", rows, cell);
                }
            }
            first = false;
            double flops = kernel.flops(rate.getValue());
            html.add(
                    "<td class=\"text\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                    rate.getKey(),
                    Amount.rate(flops, "flop/s"),
                    Amount.percent(flops / model.roof(kernel)),
                    Amount.percent(flops / model.peak()));
        }
    }
}
