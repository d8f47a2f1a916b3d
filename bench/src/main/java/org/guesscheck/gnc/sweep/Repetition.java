package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.JournalUnit;
import org.guesscheck.gnc.json.Json;

/**
 * How the results of a repeated sweep compare with those of the earlier one.
 *
 * @param earlier the earlier one
 * @param compared how many results both have
 * @param different those with other digests
 * @param lacking how many results the earlier sweep does not have
 * @param whole the digest of all results of this sweep; empty while one is missing
 */
public record Repetition(EarlierRun earlier, int compared, List<JournalUnit> different, int lacking, String whole) {
    /** Places that are named one by one. */
    private static final int NAMED = 3;

    private static final int RECORDED = 100;

    static Repetition of(EarlierRun earlier, SweepDigests now) {
        if (earlier.digests().isEmpty()) {
            return new Repetition(earlier, 0, List.of(), 0, now.whole().orElse(""));
        }
        SweepDigests before = earlier.digests().get();
        List<JournalUnit> both = now.units().stream()
                .filter(unit -> before.of(unit).isPresent() && now.of(unit).isPresent())
                .toList();
        List<JournalUnit> different = both.stream()
                .filter(unit -> !before.of(unit).equals(now.of(unit)))
                .toList();
        int lacking = before.units().size() - before.known().size();
        return new Repetition(
                earlier, both.size(), different, lacking, now.whole().orElse(""));
    }

    /** Whether no result is another than before, as far as they can be compared. */
    public boolean agrees() {
        return different.isEmpty();
    }

    /** The outcome in a sentence without a full stop. */
    public String inWords(SweepConfig config) {
        String there = earlier.file();
        if (!earlier.reason().isEmpty()) {
            return earlier.inWords();
        }
        if (compared == 0) {
            return there + " has no digest of a result that is finished here too, so none is compared";
        }
        String missing = lacking == 0
                ? ""
                : "; " + lacking + (lacking == 1 ? " result is" : " results are") + " not finished there";
        if (agrees()) {
            return (compared == 1
                            ? "the digest agrees with that of "
                            : "all " + compared + " digests agree with those of ")
                    + there
                    + (whole.isEmpty() ? "" : " (" + whole + ")")
                    + missing
                    + programs();
        }
        String more = different.size() > NAMED ? ", and " + (different.size() - NAMED) + " more" : "";
        return different.size() + " of " + compared + " digests "
                + (different.size() == 1 ? "differs from that of " : "differ from those of ") + there + ": "
                + different.stream()
                        .limit(NAMED)
                        .map(unit -> unit.cell().inWords(config) + " " + unit.method())
                        .collect(Collectors.joining(", "))
                + more + missing + programs();
    }

    private String programs() {
        String here = EarlierRun.program(MachineRecord.version(), Machine.revision());
        return here.equals(earlier.program()) ? "" : "; " + earlier.program() + " there, " + here + " here";
    }

    /** What run.json says of it. */
    ObjectNode json() {
        ObjectNode node = Json.object().put("file", earlier.file()).put("program", earlier.program());
        if (!earlier.reason().isEmpty()) {
            return node.put("notComparedSince", earlier.reason());
        }
        node.put("compared", compared).put("different", different.size());
        ArrayNode places = node.putArray("firstDifferent");
        different.stream()
                .limit(RECORDED)
                .forEach(unit -> unit.cell().put(places.addObject().put("method", unit.method())));
        return node;
    }
}
