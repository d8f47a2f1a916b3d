package org.guesscheck.bench.guard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.guesscheck.bench.guard.finding.Finding;
import org.guesscheck.gnc.json.Json;

/** A report as JSON. */
public final class GuardJson {
    private GuardJson() {}

    /** The report as one object. */
    public static ObjectNode of(GuardReport report) {
        ObjectNode node = Json.object();
        node.put("faults", report.faults().size());
        node.put("remarks", report.remarks().size());
        node.put("replacedCodes", report.replaced());
        ArrayNode findings = node.putArray("findings");
        for (Finding one : report.findings()) {
            ObjectNode finding = findings.addObject();
            finding.put("kind", one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            finding.put("fault", one.kind().fault());
            finding.put("method", one.method());
            finding.put("place", one.place());
            if (one.address() == 0) {
                finding.putNull("address");
            } else {
                finding.put("address", "0x" + Long.toHexString(one.address()));
            }
            finding.put("text", one.text());
        }
        ArrayNode methods = node.putArray("methods");
        for (GuardReport.Examined one : report.methods()) {
            ObjectNode method = methods.addObject();
            method.put("method", one.name());
            method.put("codeBytes", one.bytes());
            method.put("loops", one.loops());
            method.put("vectorLoops", one.vectorLoops());
        }
        return node;
    }
}
