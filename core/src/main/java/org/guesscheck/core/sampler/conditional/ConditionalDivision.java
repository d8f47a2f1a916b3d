package org.guesscheck.core.sampler.conditional;

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

/** The conditional sampler in ranges of chunks. */
public final class ConditionalDivision implements Division<Posterior> {
    private final Identity identity;
    private final SamplingTask task;
    private final RunSettings settings;
    private Question question;

    /**
     * Prepares nothing yet.
     *
     * @param identity the question
     * @param task what is sampled
     * @param settings how parts are computed
     */
    public ConditionalDivision(Identity identity, SamplingTask task, RunSettings settings) {
        this.identity = identity;
        this.task = task;
        this.settings = settings;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public long pieces() {
        return ConditionalTally.chunks(task.goal());
    }

    @Override
    public Part compute(Span span) {
        ProgressReports reports = new ProgressReports(settings.listener());
        BackendChooser chooser = Backends.chooser(settings.backend());
        span.requireWithin(pieces());
        if (question == null) {
            question = ConditionalRun.question(task, settings);
        }
        long total = span.count() * ConditionalRun.CHUNK;
        Backend chosen = chooser.chosen(question, Math.max(1, total / settings.threads()));
        PartOutput results = new PartOutput();
        long[] done = new long[1];
        ConditionalRun.compute(task, question, chosen, settings, span, result -> {
            ConditionalResults.write(result, results);
            done[0] += ConditionalRun.CHUNK;
            reports.tell(done[0], total, 0);
            return false;
        });
        reports.end(total, 0);
        PartOutput shared = new PartOutput();
        fold().write(shared);
        Provenance by = new Provenance("", chosen.name(), settings.threads(), reports.seconds());
        return Part.of(identity, span, by, shared, results);
    }

    private ConditionalTally fold() {
        return new ConditionalTally(task.goal(), ConditionalRun.note(task));
    }

    @Override
    public Folding<Posterior> folding() {
        return new Folding<>(fold());
    }

    @Override
    public byte[] question() {
        return TaskBytes.begin(ConditionalRun.NAME, task).bytes();
    }
}
