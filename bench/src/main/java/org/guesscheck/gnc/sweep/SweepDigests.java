package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.DescentRuns;
import org.guesscheck.gnc.journal.JournalUnit;
import org.guesscheck.gnc.journal.TextDigest;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * The digests of a sweep's results, which say whether a repetition has the same results to the bit. In run.json they are lists in the
 * order of the cells, so that thousands of cells stay readable.
 *
 * @param units all results that the sweep has or will have: guess and check of each cell, then gradient descent of each
 * @param known the digests of those that are finished
 */
record SweepDigests(List<JournalUnit> units, Map<JournalUnit, String> known) {
    private static final String GUESS = "guessAndCheck";
    private static final String DESCENT = "gradientDescent";

    /** The digests of cells. */
    static SweepDigests of(SweepConfig config, List<Cell> cells) {
        Map<JournalUnit, String> known = new HashMap<>();
        for (Cell cell : cells) {
            cell.posterior()
                    .ifPresent(found -> known.put(
                            new JournalUnit(JournalUnit.GUESS_AND_CHECK, cell.id()),
                            found.origin().digest()));
            cell.descent()
                    .map(DescentRuns::digest)
                    .ifPresent(digest -> known.put(new JournalUnit(JournalUnit.GRADIENT_DESCENT, cell.id()), digest));
        }
        return new SweepDigests(units(config), known);
    }

    /** Reads what {@link #write} wrote for the same config. */
    static SweepDigests read(Fields fields, SweepConfig config) {
        Map<JournalUnit, String> known = new HashMap<>();
        for (String method : methods(config)) {
            String name = name(method);
            List<CellId> cells = CellId.all(config);
            JsonNode list = fields.required(name);
            if (!list.isArray() || list.size() != cells.size()) {
                throw fields.error(name, "a list of " + cells.size() + " digests is needed, one for each cell");
            }
            for (int i = 0; i < cells.size(); i++) {
                if (list.get(i).isTextual()) {
                    known.put(new JournalUnit(method, cells.get(i)), list.get(i).textValue());
                } else if (!list.get(i).isNull()) {
                    throw fields.error(name, "item " + (i + 1) + " is neither a digest nor null");
                }
            }
        }
        return new SweepDigests(units(config), known);
    }

    private static List<String> methods(SweepConfig config) {
        return config.descent().none()
                ? List.of(JournalUnit.GUESS_AND_CHECK)
                : List.of(JournalUnit.GUESS_AND_CHECK, JournalUnit.GRADIENT_DESCENT);
    }

    private static String name(String method) {
        return method.equals(JournalUnit.GUESS_AND_CHECK) ? GUESS : DESCENT;
    }

    private static List<JournalUnit> units(SweepConfig config) {
        List<JournalUnit> units = new ArrayList<>();
        for (String method : methods(config)) {
            CellId.all(config).forEach(cell -> units.add(new JournalUnit(method, cell)));
        }
        return units;
    }

    /** The digest of a result, if it is finished. */
    Optional<String> of(JournalUnit unit) {
        return Optional.ofNullable(known.get(unit));
    }

    /** The digest of all digests in their order, a line each; empty while one is missing. */
    Optional<String> whole() {
        return known.size() < units.size()
                ? Optional.empty()
                : Optional.of(TextDigest.ofLines(units.stream().map(known::get).toList()));
    }

    /** A list for each method, with null for what is not finished. */
    ObjectNode write() {
        ObjectNode node = Json.object();
        for (JournalUnit unit : units) {
            String name = name(unit.method());
            ArrayNode list = node.has(name) ? (ArrayNode) node.get(name) : node.putArray(name);
            list.add(known.get(unit));
        }
        return node;
    }
}
