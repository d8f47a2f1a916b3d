package org.guesscheck.bench.suite;

import java.util.Locale;
import org.guesscheck.gnc.sweep.Machine;

/** A run of the suite as a table for people. */
public final class MeasuredText {
    private MeasuredText() {}

    /** The table, and below it the remarks. */
    public static String of(Measured run) {
        int width = run.figures().stream().mapToInt(f -> f.id().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d threads; JDK %s; medians of %d rounds in %.0f s%n",
                Machine.cpu(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                run.rounds(),
                run.seconds()));
        text.append(String.format(
                Locale.ROOT, "%-" + width + "s  %15s  %-21s %s%n", "", "a second", "95% interval", "of FMA peak"));
        String group = "";
        for (MeasuredRate f : run.figures()) {
            String own = f.id().substring(0, f.id().indexOf('/'));
            if (!own.equals(group) && !group.isEmpty()) {
                text.append('\n');
            }
            group = own;
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %15s  %-21s %s%n",
                    f.id(),
                    scaled(f.median()) + f.work().unit(),
                    "(" + scaled(run.low(f)).strip() + " to "
                            + scaled(run.high(f)).strip() + ")",
                    Double.isFinite(run.share(f))
                            ? String.format(Locale.ROOT, "%5.1f%%", 100 * run.share(f))
                            : "    -"));
        }
        run.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    /** Three digits and a metric prefix. */
    public static String scaled(double value) {
        String[] prefixes = {"", "k", "M", "G", "T"};
        int prefix = 0;
        double number = value;
        while (number >= 999.5 && prefix < prefixes.length - 1) {
            number /= 1000;
            prefix++;
        }
        int digits = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f %s", number, prefixes[prefix]);
    }
}
