package org.guesscheck.core.sampler.splitting;

import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.TaskBytes;

/** Splitting in replicas. */
public final class SplittingDivision implements Division<Posterior> {
    private final Identity identity;
    private final SamplingTask task;
    private final RunSettings settings;
    private final SplittingSettings splitting;
    private final SplittingPilot pilot;
    private SplittingWork work;

    /**
     * Prepares nothing yet.
     *
     * @param identity the question
     * @param task what is sampled
     * @param settings how parts are computed
     * @param splitting the method's own settings
     * @param pilot the outcome of the question's pilot run; null to make it when it is needed
     */
    public SplittingDivision(
            Identity identity,
            SamplingTask task,
            RunSettings settings,
            SplittingSettings splitting,
            SplittingPilot pilot) {
        this.identity = identity;
        this.task = task;
        this.settings = settings;
        this.splitting = splitting;
        this.pilot = pilot;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    private SplittingWork work() {
        if (work == null) {
            work = new SplittingWork(task, settings, splitting, pilot == null ? null : pilot.setup());
        }
        return work;
    }

    @Override
    public long pieces() {
        return work().setup().pieces();
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(pieces());
        int count = (int) span.count();
        work.begin(span.first(), Math.max(1, count));
        PartOutput results = new PartOutput();
        if (count > 0) {
            work.extend(count, count).forEach(replica -> ReplicaResults.write(replica, results));
        }
        work.replicas().end();
        PartOutput shared = new PartOutput();
        work.setup().write(shared);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Provenance by = new Provenance("", work.chosen().name(), settings.threads(), seconds);
        return Part.of(identity, span, by, shared, results);
    }

    @Override
    public Folding<Posterior> folding() {
        return new Folding<>(new SplittingFold(work().setup()));
    }

    @Override
    public byte[] question() {
        PartOutput out = TaskBytes.begin(SplittingRun.NAME, task);
        splitting.write(out);
        SplittingPilot known = work == null ? pilot : new SplittingPilot(work.setup());
        out.putFlag(known != null);
        if (known != null) {
            known.setup().write(out);
        }
        return out.bytes();
    }
}
