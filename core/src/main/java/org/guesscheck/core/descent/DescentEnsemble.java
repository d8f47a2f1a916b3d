package org.guesscheck.core.descent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.QuestionBytes;

/**
 * Gradient descent as a sampler: many runs that differ in their initial weights alone; immutable, every setter returns a changed copy.
 * A run ends at the training loss of {@link GradientDescent#stopBelow}, after its last epoch, or when it diverges.
 */
public final class DescentEnsemble {
    /** The name of the method in parts. */
    public static final String NAME = "descent";

    /** The name, among the settings that a part has, of the training loss at which runs end; 0 stands for none. */
    public static final String STOP_BELOW = "stop below";

    private final GradientDescent first;
    private final int runs;
    private final DescentBatch how;
    private final Consumer<EnsembleProgress> listener;

    private DescentEnsemble(GradientDescent first, int runs, DescentBatch how, Consumer<EnsembleProgress> listener) {
        this.first = first;
        this.runs = runs;
        this.how = how;
        this.listener = listener;
    }

    /**
     * An ensemble of 1,000 runs, computed as {@link DescentBatch#of} says.
     *
     * @param first the first run; each of the others has the seed after that of the run before it
     * @return an ensemble, not yet run
     */
    public static DescentEnsemble of(GradientDescent first) {
        Objects.requireNonNull(first, "first");
        return new DescentEnsemble(first, 1000, DescentBatch.of(List.of()), progress -> {});
    }

    /**
     * Sets the number of runs.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public DescentEnsemble runs(int value) {
        Ranges.require(value >= 1, "runs", value, "at least 1");
        return new DescentEnsemble(first, value, how, listener);
    }

    /**
     * Sets how many threads compute.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public DescentEnsemble threads(int value) {
        return new DescentEnsemble(first, runs, how.threads(value), listener);
    }

    /**
     * Sets who computes.
     *
     * @param name {@code auto}, or a backend such as {@code jni} or {@code vector-256}
     * @return a changed copy
     */
    public DescentEnsemble backend(String name) {
        return new DescentEnsemble(first, runs, how.backend(name), listener);
    }

    /**
     * Sets who runs the threads beside the calling one, which always works itself.
     *
     * @param value the caller's executor
     * @return a changed copy
     */
    public DescentEnsemble executor(Executor value) {
        return new DescentEnsemble(first, runs, how.executor(value), listener);
    }

    /**
     * Sets what cancels the ensemble beside an interruption of the calling thread.
     *
     * @param value true once the ensemble is to stop; asked on all threads
     * @return a changed copy
     */
    public DescentEnsemble cancelWhen(BooleanSupplier value) {
        return new DescentEnsemble(first, runs, how.cancelWhen(value), listener);
    }

    /**
     * Sets who is told of the progress, on the threads that compute, one at a time.
     *
     * @param value called some tens of times a second at most, and a last time when all runs are over
     * @return a changed copy
     */
    public DescentEnsemble onProgress(Consumer<EnsembleProgress> value) {
        Objects.requireNonNull(value, "listener");
        return new DescentEnsemble(first, runs, how, value);
    }

    /**
     * Who computes the runs; the outcome does not depend on it, except for large runs.
     *
     * @return the name of a backend, or for large runs of the library that multiplies
     * @throws IllegalArgumentException if there is no backend of the name that was asked for; if Adam has momentum
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public String computedBy() {
        return how.computedBy(first, runs);
    }

    /**
     * Computes all runs.
     *
     * @return their outcomes
     * @throws EnsembleCancelledException if the ensemble was cancelled or the calling thread interrupted; it has the runs that were over
     * @throws IllegalArgumentException if there is no backend of the name that was asked for
     * @throws UnsupportedOperationException if a backend that was asked for by name can't be used here
     */
    public EnsembleOutcome run() {
        GradientDescent one = first.stopDiverged(true);
        EnsembleWatch watch = new EnsembleWatch(runs, one.epochs(), listener);
        List<GradientDescent> all = IntStream.range(0, runs)
                .mapToObj(i -> one.seed(one.seed() + i).alsoTelling(watch.ofOneRun()))
                .toList();
        Ended[] ended = new Ended[runs];
        try {
            how.with(all).compute((place, run) -> {
                ended[place] = run;
                watch.finished(run);
            });
        } catch (CancellationException e) {
            EnsembleOutcome over = EnsembleOutcome.of(one.seed(), ended);
            throw new EnsembleCancelledException(over.runs().isEmpty() ? null : over, e);
        }
        return EnsembleOutcome.of(one.seed(), ended);
    }

    /**
     * Cuts the ensemble into runs that other machines may compute, and whose fold is the outcome of {@link #run}, to the bit. Threads,
     * backend and condition of this ensemble are those with which the division computes.
     *
     * @return the division
     * @throws UnsupportedOperationException for large runs (see {@link GradientDescent#run}), of which the last bits depend on who multiplies
     */
    public Division<EnsembleOutcome> divided() {
        GradientDescent one = first.stopDiverged(true);
        if (one.large()) {
            throw new UnsupportedOperationException(GradientDescent.LARGE_IS_WHOLE);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Identity.METHOD, NAME);
        settings.putAll(one.values());
        settings.put("runs", Integer.toString(runs));
        settings.put(Identity.PROGRAM, DescentsOfProgram.fingerprint());
        return new EnsembleDivision(new Identity(settings), one, runs, how, listener);
    }

    /**
     * The fold of the parts of an ensemble.
     *
     * @param part any of them
     * @return a fold without parts, to which this one may be added in its turn
     * @throws PartException if the part is none of an ensemble's, or this program computes other numbers
     */
    public static Folding<EnsembleOutcome> folding(Part part) {
        String method = part.identity().method();
        if (!method.equals(NAME)) {
            throw new PartException("a part of method " + method + ", which is no gradient descent");
        }
        if (!DescentsOfProgram.fingerprint().equals(part.identity().settings().get(Identity.PROGRAM))) {
            throw new PartException("a part of a version of the program that computes other numbers than this one");
        }
        return new Folding<>(EnsembleFold.of(part.shared()));
    }

    /**
     * An ensemble that a division has put into bytes. Threads, backend and condition are the defaults.
     *
     * @param question of {@link Division#question}
     * @return an ensemble of which the division is the same
     * @throws PartException if the bytes are none of an ensemble's question, or of another version of their format
     */
    public static DescentEnsemble read(byte[] question) {
        PartInput in = new PartInput(question);
        String method = QuestionBytes.method(in);
        if (!method.equals(NAME)) {
            throw new PartException("a question for method " + method + ", which is no gradient descent");
        }
        GradientDescent first = GradientDescent.read(in);
        return of(first).runs((int) in.nextCount());
    }
}
