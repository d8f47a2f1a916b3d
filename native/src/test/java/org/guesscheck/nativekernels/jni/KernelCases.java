package org.guesscheck.nativekernels.jni;

import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.ChunkSeed;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/** Writes questions with the digests that plain Java gives them, in the format of kernels_test.c. */
final class KernelCases {
    private static final int[] GROUPS = {5, 40};

    private KernelCases() {}

    static String text() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        Problem small = Problem.completion(3, 7, 1, 9, 5);
        List<Network> networks = Networks.all();
        StringBuilder out = new StringBuilder().append(2 * networks.size()).append('\n');
        for (Network network : networks) {
            append(out, new Question(problem, network, 3, 0.1f, 64));
            append(out, new Question(small, network, -9, 0.2f, 8));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Question question) {
        for (int number : KernelMemory.shape(question, true)) {
            out.append(number).append(' ');
        }
        append(out, KernelMemory.scalars(question));
        for (LinearLoss loss : List.of(question.train(), question.test())) {
            append(out, loss.matrices());
            append(out, loss.targets());
        }
        out.append(GROUPS.length).append('\n');
        ChunkKernel kernel = Backends.named("scalar").kernel(question);
        ChunkReport report = new ChunkReport();
        long[] state = new long[ChunkSeed.WORDS];
        for (int chunk = 0; chunk < GROUPS.length; chunk++) {
            out.append(GROUPS[chunk]).append(' ');
            ChunkSeed.into(question.seed(), chunk, state);
            for (long word : state) {
                out.append(Long.toHexString(word)).append(' ');
            }
            kernel.evaluate(chunk, GROUPS[chunk], report);
            out.append(Long.toHexString(digest(report))).append('\n');
        }
    }

    private static void append(StringBuilder out, float[] numbers) {
        for (float number : numbers) {
            out.append(Integer.toHexString(Float.floatToRawIntBits(number))).append(' ');
        }
        out.append('\n');
    }

    /** FNV-1a over whole words of 32 bits. */
    private static long digest(ChunkReport report) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < report.count; i++) {
            digest = mixed(digest, report.group[i]);
            for (int l = 0; l < Question.LANES; l++) {
                int at = Question.LANES * i + l;
                digest = mixed(digest, Float.floatToRawIntBits(report.trainLoss[at]));
                digest = mixed(digest, Float.floatToRawIntBits(report.generalizationLoss[at]));
            }
        }
        return digest;
    }

    private static long mixed(long digest, int word) {
        return (digest ^ Integer.toUnsignedLong(word)) * 0x100000001b3L;
    }
}
