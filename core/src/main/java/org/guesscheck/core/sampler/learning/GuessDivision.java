package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.work.RunSettings;

/** Draws in ranges of claims. A part has counts and the numbers of its first accepted draws, which the fold makes again and tests. */
public final class GuessDivision implements Division<LearningCurve> {
    /** The name of the method in questions and parts. */
    public static final String METHOD = "learning-" + GuessRun.NAME;

    private final Identity identity;
    private final LearningTask task;
    private final RunSettings settings;
    private final GuessSettings how;
    private GuessWork work;

    /**
     * Prepares nothing yet.
     *
     * @param identity the question
     * @param task which curve
     * @param settings how parts are computed, and how the fold tests
     * @param how how networks are drawn
     */
    public GuessDivision(Identity identity, LearningTask task, RunSettings settings, GuessSettings how) {
        this.identity = identity;
        this.task = task;
        this.settings = settings;
        this.how = how;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    private GuessWork work() {
        if (work == null) {
            work = new GuessWork(task, settings, how);
        }
        return work;
    }

    @Override
    public long pieces() {
        return how.claims();
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(pieces());
        GuessClaim found = work().claim();
        work.draw(span.first(), span.end(), found::add);
        PartOutput results = new PartOutput();
        found.write(results);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Provenance by = new Provenance("", work.backend().name(), settings.threads(), seconds);
        return Part.of(identity, span, by, new PartOutput(), results);
    }

    @Override
    public Folding<LearningCurve> folding() {
        return new Folding<>(new GuessFold(task, how, work()));
    }

    @Override
    public byte[] question() {
        PartOutput out = LearningTaskBytes.begin(METHOD, task);
        how.write(out);
        return out.bytes();
    }
}
