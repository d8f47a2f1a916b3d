package org.guesscheck.core.sampler.conditional;

import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.conditional.ConditionalWorker.Result;

/**
 * Chunks in bytes. A chunk has its draws' mean losses under the prior; then, for each threshold, the two scales, the points that
 * fell into the ball, with weight and loss, and the draws' integrals of the loss. Numbers of which nearly all may be 0 come after a bit for
 * each, set where the number is there. Probabilities are not written: they follow from the weights.
 */
final class ConditionalResults {
    private ConditionalResults() {}

    static void write(Result result, PartOutput out) {
        out.putDoubles(result.priorLoss());
        for (ConditionalChunk chunk : result.thresholds()) {
            out.putDouble(chunk.logScale).putDouble(chunk.logLargest);
            writeSparse(chunk.weight, out);
            for (int m = 0; m < chunk.weight.length; m++) {
                if (there(chunk.weight[m])) {
                    out.putFloat(chunk.pointLoss[m]);
                }
            }
            writeSparse(chunk.loss, out);
        }
    }

    static Result read(PartInput in, long number, int thresholds) {
        double[] priorLoss = in.nextDoubles();
        ConditionalChunk[] chunks = new ConditionalChunk[thresholds];
        for (int t = 0; t < thresholds; t++) {
            ConditionalChunk chunk = new ConditionalChunk(0);
            chunk.logScale = in.nextDouble();
            chunk.logLargest = in.nextDouble();
            readSparse(chunk.weight, in);
            for (int m = 0; m < chunk.weight.length; m++) {
                if (there(chunk.weight[m])) {
                    chunk.pointLoss[m] = in.nextFloat();
                }
            }
            readSparse(chunk.loss, in);
            chunk.sumWeights();
            chunks[t] = chunk;
        }
        return new Result(number, priorLoss, chunks);
    }

    private static boolean there(double value) {
        return Double.doubleToRawLongBits(value) != 0;
    }

    private static void writeSparse(double[] values, PartOutput out) {
        for (int first = 0; first < values.length; first += Long.SIZE) {
            long bits = 0;
            for (int i = 0; i < Long.SIZE; i++) {
                bits |= there(values[first + i]) ? 1L << i : 0;
            }
            out.putLong(bits);
            for (int i = 0; i < Long.SIZE; i++) {
                if ((bits >>> i & 1) != 0) {
                    out.putDouble(values[first + i]);
                }
            }
        }
    }

    private static void readSparse(double[] values, PartInput in) {
        for (int first = 0; first < values.length; first += Long.SIZE) {
            long bits = in.nextLong();
            for (int i = 0; i < Long.SIZE; i++) {
                values[first + i] = (bits >>> i & 1) == 0 ? 0 : in.nextDouble();
            }
        }
    }
}
