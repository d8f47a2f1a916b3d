package org.guesscheck.bench.suite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Machine;

/** Writes a run of the suite as JSON, and reads it for a comparison or a page. */
public final class MeasuredJson {
    private static final String FORMAT = "guesscheck-bench-1";

    private MeasuredJson() {}

    /** The whole run with its machine. */
    public static ObjectNode write(Measured run) {
        ObjectNode node = Json.object();
        node.put("format", FORMAT).put("quick", run.quick()).put("rounds", run.rounds());
        Json.put(node, "elapsedSeconds", run.seconds());
        node.put("end", Instant.now().toString());
        node.put("version", MeasuredJson.class.getPackage().getImplementationVersion());
        node.put("revision", Machine.revision());
        node.put("cpu", Machine.cpu()).put("processors", Runtime.getRuntime().availableProcessors());
        node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("jdk", System.getProperty("java.vendor.version") + " " + Runtime.version());
        ArrayNode caches = node.putArray("caches");
        CacheLevel.ofThisMachine()
                .forEach(cache -> caches.addObject().put("level", cache.level()).put("bytes", cache.bytes()));
        ArrayNode flags = node.putArray("jvmFlags");
        ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(flags::add);
        ArrayNode figures = node.putArray("figures");
        run.figures().forEach(figure -> figures.add(figure(run, figure)));
        ArrayNode notes = node.putArray("notes");
        run.notes().forEach(notes::add);
        return node;
    }

    private static ObjectNode figure(Measured run, MeasuredRate f) {
        ObjectNode node = Json.object();
        node.put("id", f.id())
                .put("unit", f.work().unit() + "/s")
                .put("threads", f.work().threads());
        Json.put(node, "median", f.median());
        Json.put(node, "low", run.low(f));
        Json.put(node, "high", run.high(f));
        node.set("rates", Json.array(f.rates()));
        Json.put(node, "flopsPerUnit", f.work().flops());
        Json.put(node, "bytesPerUnit", f.work().bytes());
        Json.put(node, "workingSetBytes", f.work().workingSet());
        Json.put(node, "shareOfFmaPeak", run.share(f));
        Json.put(node, "allocatedBytesPerUnit", f.allocatedBytes());
        Json.put(node, "cpuShare", f.cpuShare());
        return node;
    }

    /**
     * Reads a run. Files of older programs have no caches and no bytes.
     *
     * @throws org.guesscheck.gnc.text.InputException if that is not what the file holds
     */
    public static RecordedRun read(String file, ObjectNode node) {
        List<String> fields = List.of(
                "format quick rounds elapsedSeconds end version revision cpu processors os jdk caches jvmFlags figures notes"
                        .split(" "));
        Fields run = new Fields(file, "", node, fields);
        run.choice("format", List.of(FORMAT));
        List<MeasuredRate> figures = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (var item : run.items("figures")) {
            String at = "figures[" + figures.size() + "]";
            if (!(item instanceof ObjectNode object)) {
                throw run.error(at, "an object is needed");
            }
            MeasuredRate figure = figure(new Fields(
                    file,
                    at + ".",
                    object,
                    List.of(
                            "id unit threads median low high rates flopsPerUnit bytesPerUnit workingSetBytes shareOfFmaPeak allocatedBytesPerUnit cpuShare"
                                    .split(" "))));
            if (!ids.add(figure.id())) {
                throw run.error(at, "\"" + figure.id() + "\" is there twice");
            }
            figures.add(figure);
        }
        return new RecordedRun(
                file,
                origin(run),
                run.has("quick") && run.flag("quick"),
                caches(run),
                List.copyOf(figures),
                run.has("notes") ? List.copyOf(run.texts("notes")) : List.of());
    }

    private static RunOrigin origin(Fields run) {
        return new RunOrigin(
                textOrEmpty(run, "end"),
                textOrEmpty(run, "revision"),
                run.text("cpu"),
                run.has("processors") ? run.integer("processors", 1) : 0,
                textOrEmpty(run, "os"),
                run.text("jdk"));
    }

    private static String textOrEmpty(Fields run, String name) {
        return run.has(name) ? run.text(name) : "";
    }

    private static List<CacheLevel> caches(Fields run) {
        if (!run.has("caches") || run.required("caches").isEmpty()) {
            return List.of();
        }
        return run.objects("caches").stream()
                .map(cache -> cache.only(List.of("level", "bytes")))
                .map(cache -> new CacheLevel(cache.integer("level", 1), cache.count("bytes", 1)))
                .toList();
    }

    private static MeasuredRate figure(Fields fields) {
        double[] rates =
                fields.numbers("rates").stream().mapToDouble(rate -> rate).toArray();
        if (rates.length < 2) {
            throw fields.error("rates", rates.length + " rates; at least 2 are needed for an interval");
        }
        for (double rate : rates) {
            if (rate <= 0) {
                throw fields.error("rates", rate + "; numbers above 0 are allowed");
            }
        }
        return new MeasuredRate(
                fields.text("id"),
                new Work(
                        fields.text("unit").replaceAll("/s$", ""),
                        notNegative(fields, "flopsPerUnit"),
                        fields.has("bytesPerUnit") ? notNegative(fields, "bytesPerUnit") : Double.NaN,
                        fields.has("workingSetBytes") ? notNegative(fields, "workingSetBytes") : Double.NaN,
                        fields.integer("threads", 1)),
                rates,
                fields.has("allocatedBytesPerUnit") ? fields.number("allocatedBytesPerUnit") : Double.NaN,
                fields.has("cpuShare") ? fields.number("cpuShare") : Double.NaN);
    }

    private static double notNegative(Fields fields, String name) {
        double value = fields.number(name);
        if (value < 0) {
            throw fields.error(name, value + "; 0 or more is allowed");
        }
        return value;
    }
}
