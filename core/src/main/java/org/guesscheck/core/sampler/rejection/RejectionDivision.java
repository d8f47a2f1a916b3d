package org.guesscheck.core.sampler.rejection;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendChooser;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.TaskBytes;

/** Rejection in ranges of claims. */
public final class RejectionDivision implements Division<Posterior> {
    private final Identity identity;
    private final SamplingTask task;
    private final RunSettings settings;
    private final boolean reduce;
    private Question question;
    private RejectionSetup setup;

    /**
     * Prepares nothing yet.
     *
     * @param identity the question
     * @param task what is sampled
     * @param settings how parts are computed
     * @param reduce whether the product is drawn through fewer numbers
     */
    public RejectionDivision(Identity identity, SamplingTask task, RunSettings settings, boolean reduce) {
        this.identity = identity;
        this.task = task;
        this.settings = settings;
        this.reduce = reduce;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    private RejectionSetup setup() {
        if (setup == null) {
            question = RejectionRun.question(task, settings, reduce);
            setup = RejectionSetup.of(task, question, reduce);
        }
        return setup;
    }

    @Override
    public long pieces() {
        return setup().claims();
    }

    @Override
    public Part compute(Span span) {
        ProgressReports reports = new ProgressReports(settings.listener());
        BackendChooser chooser = Backends.chooser(settings.backend());
        span.requireWithin(pieces());
        long total = setup.draws(span.first(), span.end());
        Backend chosen = chooser.chosen(question, Math.max(1, total / settings.threads()));
        RejectionResults results = new RejectionResults(setup, span.first());
        long[] done = new long[2];
        new ClaimLoop(question, chosen, setup, settings).execute(span.first(), span.end(), claim -> {
            results.add(claim);
            done[0] += claim.draws;
            done[1] += claim.accepted;
            reports.tell(done[0], total, done[1]);
            return false;
        });
        reports.end(done[0], done[1]);
        PartOutput shared = new PartOutput();
        setup.write(shared);
        Provenance by = new Provenance("", chosen.name(), settings.threads(), reports.seconds());
        return Part.of(identity, span, by, shared, results.bytes());
    }

    @Override
    public Folding<Posterior> folding() {
        return new Folding<>(new RejectionFold(setup()));
    }

    @Override
    public byte[] question() {
        return TaskBytes.begin(RejectionRun.NAME, task).putFlag(reduce).bytes();
    }
}
