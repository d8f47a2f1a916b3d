package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.gnc.json.DescentJson;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * The runs of gradient descent of a cell. A run that diverged counts in no mean, unless it is the only one.
 *
 * @param runs one for each initialization, at least one
 * @param rung where they began, in a sweep with a ladder of init scales
 */
public record DescentRuns(List<Descent> runs, Optional<Rung> rung) {
    private static final String RUNS = "runs";
    private static final String SCALE = "initScale";
    private static final String FITTING = "fitting";
    private static final String OF = "of";

    /** Keeps a copy. */
    public DescentRuns {
        runs = List.copyOf(runs);
    }

    /** The only run of a cell. */
    public static DescentRuns of(Descent run) {
        return new DescentRuns(List.of(run), Optional.empty());
    }

    /** Mean of the final generalization losses; of a run alone its loss, whatever that is. */
    public double generalizationLoss() {
        return mean(run -> run.end().generalizationLoss());
    }

    /** Mean of the final training losses; of a run alone its loss, whatever that is. */
    public double trainLoss() {
        return mean(run -> run.end().trainLoss());
    }

    /** Standard error of the mean over initializations; NaN for fewer than two runs that did not diverge. */
    public double standardError() {
        return moments(run -> run.end().generalizationLoss()).standardError();
    }

    /** Sample standard deviation of the generalization loss over initializations; NaN for fewer than two. */
    public double spread() {
        Moments moments = moments(run -> run.end().generalizationLoss());
        return moments.standardError() * Math.sqrt(moments.count());
    }

    /** How many runs converged. */
    public int convergedRuns() {
        return (int) runs.stream().filter(Descent::converged).count();
    }

    /** Whether all runs converged. */
    public boolean converged() {
        return convergedRuns() == runs.size();
    }

    /** The runs' shares of the time of threads that computed them side by side, in seconds. */
    public double seconds() {
        return runs.stream().mapToDouble(run -> run.execution().seconds()).sum();
    }

    /** The digest of the only run; of several runs, that of their digests in the order of the initializations, a line each. */
    public String digest() {
        List<String> digests = runs.stream().map(Descent::digest).toList();
        return digests.size() == 1 ? digests.getFirst() : TextDigest.ofLines(digests);
    }

    private double mean(ToDoubleFunction<Descent> loss) {
        return runs.size() == 1
                ? loss.applyAsDouble(runs.getFirst())
                : moments(loss).mean();
    }

    private Moments moments(ToDoubleFunction<Descent> loss) {
        Moments moments = new Moments();
        runs.stream().mapToDouble(loss).filter(Double::isFinite).forEach(moments::add);
        return moments;
    }

    /** As the journal keeps it: of one run without a ladder, the run itself. */
    ObjectNode write() {
        if (runs.size() == 1 && rung.isEmpty()) {
            return DescentJson.write(runs.getFirst());
        }
        ObjectNode node = Json.object();
        rung.ifPresent(
                at -> node.put(SCALE, at.initScale()).put(FITTING, at.fitting()).put(OF, at.runs()));
        ArrayNode list = node.putArray(RUNS);
        runs.forEach(run -> list.add(DescentJson.write(run)));
        return node;
    }

    /** Reads what {@link #write} wrote. */
    static DescentRuns read(ObjectNode node, String where) {
        Fields fields = new Fields(where, "", node);
        if (!fields.has(RUNS)) {
            return of(DescentJson.read(node, where));
        }
        Optional<Rung> rung = fields.has(SCALE)
                ? Optional.of(new Rung(fields.number(SCALE), fields.integer(FITTING, 0), fields.integer(OF, 1)))
                : Optional.empty();
        return new DescentRuns(
                fields.objects(RUNS).stream()
                        .map(run -> DescentJson.read(run.node(), where))
                        .toList(),
                rung);
    }
}
