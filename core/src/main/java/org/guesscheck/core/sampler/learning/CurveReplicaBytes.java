package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** Replicas of a curve in bytes, field by field. */
final class CurveReplicaBytes {
    private CurveReplicaBytes() {}

    static void write(CurveReplica replica, PartOutput out) {
        out.putCount(replica.survivors().length);
        for (int survivors : replica.survivors()) {
            out.putCount(survivors);
        }
        out.putDoubles(replica.logProbability()).putDoubles(replica.moved());
        out.putCount(replica.accuracies().length);
        for (float[] accuracies : replica.accuracies()) {
            out.putFloats(accuracies);
        }
        out.putCount(replica.moves()).putCount(replica.layers().size());
        for (List<float[]> network : replica.layers()) {
            out.putCount(network.size());
            network.forEach(out::putFloats);
        }
    }

    static CurveReplica read(PartInput in) {
        int[] survivors = new int[in.nextCount(1)];
        for (int n = 0; n < survivors.length; n++) {
            survivors[n] = (int) in.nextCount();
        }
        double[] logProbability = in.nextDoubles();
        double[] moved = in.nextDoubles();
        float[][] accuracies = new float[in.nextCount(1)][];
        for (int p = 0; p < accuracies.length; p++) {
            accuracies[p] = in.nextFloats();
        }
        long moves = in.nextCount();
        List<List<float[]>> layers = new ArrayList<>();
        for (int more = in.nextCount(1); more > 0; more--) {
            List<float[]> network = new ArrayList<>();
            for (int left = in.nextCount(1); left > 0; left--) {
                network.add(in.nextFloats());
            }
            layers.add(network);
        }
        return new CurveReplica(survivors, logProbability, moved, accuracies, moves, layers);
    }
}
