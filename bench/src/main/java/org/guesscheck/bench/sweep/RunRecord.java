package org.guesscheck.bench.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import org.guesscheck.bench.config.ConfigJson;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.Json;

/** The content of run.json, from which a sweep can be repeated. */
final class RunRecord {
    private RunRecord() {}

    static ObjectNode of(SweepConfig c, List<Cell> cells, Journal journal, boolean interrupted) {
        ObjectNode node = Json.object();
        node.set("config", ConfigJson.write(c));
        ObjectNode samplers = node.putObject("cellsBySampler");
        for (Cell cell : cells) {
            String sampler = cell.posterior().sampler();
            samplers.put(sampler, samplers.path(sampler).asInt() + 1);
        }
        node.put(
                "cellsNotTrustworthy",
                cells.stream().filter(cell -> !cell.trustworthy()).count());
        ArrayNode doubts = node.putArray("doubts");
        cells.stream().filter(cell -> !cell.trustworthy()).forEach(cell -> {
            ObjectNode doubt = doubts.addObject();
            doubt.put("trial", cell.trial()).put("value", c.values().get(cell.index()));
            ArrayNode reasons = doubt.putArray("reasons");
            cell.posterior().diagnostics().reasons().forEach(reasons::add);
        });
        ArrayNode seeds = node.putArray("problemSeeds");
        for (int trial = 0; trial < c.trials(); trial++) {
            seeds.add(Seeds.problemSeed(c, trial));
        }
        node.put("finishedCells", cells.size());
        node.put("cells", c.trials() * c.values().size());
        node.put("interrupted", interrupted);
        if (cells.isEmpty()) {
            node.putNull("backend").putNull("threads");
        } else {
            node.put("backend", cells.getFirst().posterior().backend());
            node.put("threads", cells.getFirst().posterior().threads());
        }
        node.put("version", RunRecord.class.getPackage().getImplementationVersion());
        node.put("gitRevision", Machine.revision());
        node.put("jdk", System.getProperty("java.vendor.version") + " " + Runtime.version());
        node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("cpu", Machine.cpu());
        node.put("processors", Runtime.getRuntime().availableProcessors());
        node.put("host", host());
        node.put("start", journal.start().toString());
        ArrayNode resumptions = node.putArray("resumptions");
        journal.resumptions().forEach(instant -> resumptions.add(instant.toString()));
        node.put("end", Instant.now().toString());
        return node;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
