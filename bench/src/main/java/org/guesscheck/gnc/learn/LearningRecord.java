package org.guesscheck.gnc.learn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.gnc.journal.TextDigest;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.MachineRecord;

/** The content of the run.json of learning curves: the question, the command that asks it, every set's curve, and who computed them. */
public final class LearningRecord {
    /** The field that tells this run.json from others. */
    public static final String KIND = "kind";

    /** Its value. */
    public static final String WHAT = "learning curves";

    private LearningRecord() {}

    /**
     * The record of the sets that are finished, at least one.
     *
     * @param arguments of the program, without those on the directory
     * @param number how many sets are asked for
     * @param words network and sets in words
     */
    public static ObjectNode of(LearningJournal journal, List<String> arguments, int number, String words) {
        List<LearnedSet> sets = journal.sets();
        ObjectNode node = Json.object().put(KIND, WHAT).put("words", words);
        ArrayNode given = node.putArray("arguments");
        arguments.forEach(given::add);
        node.set("question", journal.question().node());
        node.put("trainingSets", number);
        node.put("finishedSets", sets.size());
        node.put(
                "setsNotTrustworthy",
                sets.stream()
                        .filter(set -> !set.curve().diagnostics().trustworthy())
                        .count());
        node.put("interrupted", sets.size() < number);
        node.put("digest", digest(sets));
        Execution execution = sets.getFirst().curve().execution();
        node.put("backend", execution.backend()).put("threads", execution.threads());
        Json.put(
                node,
                "seconds",
                sets.stream().mapToDouble(LearningRecord::seconds).sum());
        MachineRecord.write(node);
        node.put("start", journal.start().toString());
        ArrayNode resumptions = node.putArray("resumptions");
        journal.resumptions().forEach(instant -> resumptions.add(instant.toString()));
        node.put("end", Instant.now().toString());
        ArrayNode curves = node.putArray("sets");
        sets.forEach(set -> curves.add(set.write()));
        return node;
    }

    /** The digest of the sets' digests, a line each: those of their curves, then those of gradient descent. */
    private static String digest(List<LearnedSet> sets) {
        return TextDigest.ofLines(Stream.concat(
                        sets.stream()
                                .map(LearnedSet::curve)
                                .map(LearningCurve::origin)
                                .map(origin -> origin.digest()),
                        sets.stream().flatMap(set -> set.descent().stream()).map(LearningDescentCurve::digest))
                .toList());
    }

    private static double seconds(LearnedSet set) {
        return set.curve().execution().seconds()
                + set.descent().map(LearningDescentCurve::seconds).orElse(0.0);
    }
}
