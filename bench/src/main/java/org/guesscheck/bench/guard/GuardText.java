package org.guesscheck.bench.guard;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.guard.finding.Finding;

/** A report in words. */
public final class GuardText {
    private GuardText() {}

    /** A paragraph for each method with findings, and what was examined. */
    public static String of(GuardReport report) {
        List<String> lines = new ArrayList<>();
        String method = "";
        for (Finding one : report.findings()) {
            if (!one.method().equals(method)) {
                method = one.method();
                lines.add(method);
            }
            String remark = one.kind().fault() ? "" : "remark: ";
            lines.add("  " + remark + one.kind().words() + ": " + one.text() + "; " + one.place());
        }
        lines.add(summary(report));
        return String.join("\n", lines);
    }

    private static String summary(GuardReport report) {
        String examined = count(report.methods().size(), "method") + " compiled by C2, "
                + count(report.vectorLoops(), "loop") + " with vectors in "
                + report.withVectors().size()
                + " of them";
        String found =
                report.faults().isEmpty() ? "no faults" : count(report.faults().size(), "fault");
        return examined + ": " + found
                + (report.remarks().isEmpty()
                        ? ""
                        : ", " + count(report.remarks().size(), "remark"));
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
