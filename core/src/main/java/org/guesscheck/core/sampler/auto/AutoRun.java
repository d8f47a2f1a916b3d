package org.guesscheck.core.sampler.auto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/** Runs the cheapest method, and the next one where its result is not to be trusted. */
public final class AutoRun implements SamplingRun {
    /** The name by which this choice is asked for; results name the method that was taken. */
    public static final String NAME = "auto";

    private final SamplingTask task;
    private final RunSettings settings;
    private final Function<Candidate, SamplingRun> methods;
    private final List<String> notes = new ArrayList<>();
    private SamplingRun taken;

    /**
     * Prepares nothing yet.
     *
     * @param task what is sampled, with a wanted relative error
     * @param settings how the short runs are run
     * @param methods makes a run of a method that was taken
     */
    public AutoRun(SamplingTask task, RunSettings settings, Function<Candidate, SamplingRun> methods) {
        this.task = task;
        this.settings = settings;
        this.methods = methods;
    }

    @Override
    public Posterior run() {
        Candidates candidates = new Candidates(task, settings);
        notes.add(candidates.reason());
        List<Candidate> order = candidates.cheapestFirst();
        for (int i = 0; i < order.size(); i++) {
            taken = methods.apply(order.get(i));
            Posterior posterior = taken.run();
            boolean last = i == order.size() - 1 || !order.get(i + 1).promises();
            if (posterior.diagnostics().trustworthy() || last) {
                return noted(posterior);
            }
            notes.add(order.get(i).method() + " was taken first, but "
                    + posterior.diagnostics().reasons().getFirst());
        }
        throw new IllegalStateException("there is always a method");
    }

    /** The result of a short run is too little to be an answer. */
    @Override
    public Optional<Posterior> partial() {
        return taken == null ? Optional.empty() : taken.partial().map(this::noted);
    }

    private Posterior noted(Posterior p) {
        return p.with(p.diagnostics().notedFirst(notes));
    }
}
