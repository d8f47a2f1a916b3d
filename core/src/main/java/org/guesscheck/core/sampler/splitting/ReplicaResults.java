package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.splitting.Replica.AtLevel;
import org.guesscheck.core.sampler.splitting.Replica.AtThreshold;
import org.guesscheck.core.sampler.splitting.Replica.End;
import org.guesscheck.core.sampler.splitting.Replica.PriorDraws;
import org.guesscheck.core.sampler.work.PriorSample;

/** Replicas in bytes, field by field. */
final class ReplicaResults {
    private ReplicaResults() {}

    static void write(Replica replica, PartOutput out) {
        PriorDraws prior = replica.prior();
        out.putCount(prior.count()).putCount(prior.below().length);
        for (int below : prior.below()) {
            out.putCount(below);
        }
        prior.losses().write(out);
        out.putCount(replica.thresholds().size());
        for (AtThreshold at : replica.thresholds()) {
            out.putDouble(at.logProbability()).putDouble(at.mean());
            out.putFloats(at.losses()).putDoubles(at.weights());
        }
        out.putCount(replica.levels().size());
        for (AtLevel at : replica.levels()) {
            out.putDouble(at.survivors()).putDouble(at.acceptance()).putDouble(at.logProbability());
            out.putDouble(at.mean()).putDouble(at.concentration());
        }
        End end = replica.end();
        out.putDouble(end.logProbability()).putFloats(end.trainLoss());
        out.putCount(end.ancestors()).putCount(end.lineages()).putCount(replica.evaluations());
    }

    static Replica read(PartInput in) {
        int count = (int) in.nextCount();
        int[] below = new int[in.nextCount(1)];
        for (int t = 0; t < below.length; t++) {
            below[t] = (int) in.nextCount();
        }
        PriorDraws prior = new PriorDraws(count, below, PriorSample.read(in));
        List<AtThreshold> thresholds = new ArrayList<>();
        for (int i = in.nextCount(2 * Double.BYTES); i > 0; i--) {
            thresholds.add(new AtThreshold(
                    in.nextDouble(), in.nextDouble(), in.nextFloats(), in.nextDoubles(), new double[0]));
        }
        List<AtLevel> levels = new ArrayList<>();
        for (int i = in.nextCount(5 * Double.BYTES); i > 0; i--) {
            levels.add(
                    new AtLevel(in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble()));
        }
        End end = new End(in.nextDouble(), in.nextFloats(), (int) in.nextCount(), (int) in.nextCount());
        return new Replica(prior, List.copyOf(thresholds), List.copyOf(levels), end, in.nextCount());
    }
}
