package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.json.Json;

/** The content of run.json, from which a sweep can be repeated. */
final class RunRecord {
    private RunRecord() {}

    static ObjectNode of(
            SweepConfig c, List<Cell> cells, Journal journal, boolean interrupted, Optional<Repetition> repeated) {
        ObjectNode node = Json.object();
        ObjectNode config = ConfigJson.write(c);
        node.set("config", config);
        ObjectNode samplers = node.putObject("cellsBySampler");
        List<Posterior> posteriors =
                cells.stream().flatMap(cell -> cell.posterior().stream()).toList();
        for (Posterior posterior : posteriors) {
            samplers.put(
                    posterior.origin().sampler(),
                    samplers.path(posterior.origin().sampler()).asInt() + 1);
        }
        node.put("cellsNotTrustworthy", cells.stream().filter(Cell::doubtful).count());
        ArrayNode doubts = node.putArray("doubts");
        cells.stream().filter(Cell::doubtful).forEach(cell -> {
            ArrayNode reasons = place(doubts, cell).putArray("reasons");
            cell.posterior().orElseThrow().diagnostics().reasons().forEach(reasons::add);
        });
        ArrayNode unfitted = node.putArray("descentsNotConverged");
        cells.stream()
                .filter(cell -> cell.descent().isPresent())
                .filter(cell -> !cell.descent().get().converged())
                .forEach(cell -> place(unfitted, cell)
                        .put("reason", Unfitted.reason(cell.descent().get())));
        if (c.descent().climbs()) {
            rungs(node.putArray("initScalesTaken"), c, cells);
        }
        ArrayNode failures = node.putArray("failures");
        cells.forEach(cell -> cell.failures()
                .forEach(failure ->
                        place(failures, cell).put("method", failure.method()).put("reason", failure.reason())));
        String leftOut = ProblemBaselines.leftOut(c.problem());
        if (!leftOut.isEmpty()) {
            node.put("baselinesLeftOut", leftOut);
        }
        ArrayNode seeds = node.putArray("problemSeeds");
        for (int trial = 0; trial < c.trials().count(); trial++) {
            seeds.add(Seeds.problem(c, trial));
        }
        node.put("finishedCells", cells.stream().filter(cell -> !cell.failed()).count());
        node.put("failedCells", cells.stream().filter(Cell::failed).count());
        node.put("cells", c.cells());
        node.put("interrupted", interrupted);
        SweepDigests digests = SweepDigests.of(c, cells);
        node.put("digest", digests.whole().orElse(null));
        repeated.ifPresent(repetition -> node.set("repeats", repetition.json()));
        if (posteriors.isEmpty()) {
            node.putNull("backend").putNull("threads");
        } else {
            node.put("backend", posteriors.getFirst().execution().backend());
            node.put("threads", posteriors.getFirst().execution().threads());
        }
        node.set("threadSeconds", ThreadTime.of(cells).json());
        MachineRecord.write(node);
        machines(node, journal.machines());
        node.put("start", journal.start().toString());
        ArrayNode resumptions = node.putArray("resumptions");
        journal.resumptions().forEach(instant -> resumptions.add(instant.toString()));
        node.put("end", Instant.now().toString());
        ObjectNode marked = Json.object().put(EarlierRun.MARK, ConfigMark.of(config));
        node.set(EarlierRun.DIGESTS, marked.setAll(digests.write()));
        return node;
    }

    /** The machines of a cluster, where there was one. */
    private static void machines(ObjectNode node, List<MachineShare> machines) {
        if (!machines.isEmpty()) {
            ArrayNode list = node.putArray("cluster");
            machines.forEach(share -> Json.put(
                    list.addObject().put("host", share.host()).put("backend", share.backend()),
                    "seconds",
                    share.seconds()));
        }
    }

    /** Of each place of a sweep with a ladder of init scales, what it took. */
    private static void rungs(ArrayNode taken, SweepConfig c, List<Cell> cells) {
        for (Point place : c.grid().points()) {
            cells.stream()
                    .filter(cell -> cell.id().value().equals(place))
                    .flatMap(cell -> cell.descent().stream())
                    .flatMap(runs -> runs.rung().stream())
                    .findFirst()
                    .ifPresent(rung -> {
                        ObjectNode item = place.put(taken.addObject())
                                .put("initScale", rung.initScale())
                                .put("fitting", rung.fitting())
                                .put("runs", rung.runs())
                                .put("fits", rung.fits());
                        if (!rung.fits()) {
                            item.put("reason", Unfitted.reason(rung));
                        }
                    });
        }
    }

    /** An item of a list that tells of a cell. */
    private static ObjectNode place(ArrayNode list, Cell cell) {
        return cell.id().put(list.addObject());
    }
}
