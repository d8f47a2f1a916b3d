package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;

/** Ways to go through the chunks of a run other than the sampler's, for a digest that must not depend on it. */
enum ChunkOrder {
    /** From the last to the first. */
    BACKWARD("chunks from the last to the first"),
    /** In a random order. */
    SHUFFLED("chunks in random order"),
    /** In random order, and each in two pieces. */
    IN_PIECES("chunks in random order and two pieces");

    private final String text;

    ChunkOrder(String text) {
        this.text = text;
    }

    private record Accepted(long draw, float trainLoss, float generalizationLoss) {}

    /** The order in words. */
    String text() {
        return text;
    }

    /**
     * The digest of all accepted draws, found in this order.
     *
     * @param kernel of the question
     * @param draws how many draws are made
     * @throws java.util.concurrent.CancellationException if the check is to stop
     */
    String digest(ChunkKernel kernel, Question question, long draws, Verdicts verdicts) {
        int chunks = Math.toIntExact((draws + Question.CHUNK - 1) / Question.CHUNK);
        List<Accepted> accepted = new ArrayList<>();
        ChunkReport report = new ChunkReport();
        SplittableRandom random = new SplittableRandom(1);
        for (int chunk : numbers(chunks, random)) {
            verdicts.stopIfCancelled();
            int inChunk = (int) Math.min(Question.CHUNK, draws - (long) chunk * Question.CHUNK);
            int groups = (inChunk + Question.LANES - 1) / Question.LANES;
            int piece = this == IN_PIECES ? random.nextInt(groups) : 0;
            if (piece > 0) {
                kernel.evaluate(chunk, 0, piece, report);
            }
            kernel.evaluate(chunk, piece, groups, report);
            add(report, chunk, inChunk, question, accepted);
        }
        accepted.sort(Comparator.comparingLong(Accepted::draw));
        AcceptedDigest digest = new AcceptedDigest();
        accepted.forEach(a -> digest.add(a.draw, a.trainLoss, a.generalizationLoss));
        return digest.value();
    }

    private int[] numbers(int chunks, SplittableRandom random) {
        int[] numbers = new int[chunks];
        for (int i = 0; i < chunks; i++) {
            numbers[i] = chunks - 1 - i;
        }
        for (int i = chunks - 1; i > 0 && this != BACKWARD; i--) {
            int j = random.nextInt(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        return numbers;
    }

    /** Adds the accepted of a chunk's draws from one number up to, not including, another. */
    private static void add(ChunkReport report, long chunk, int draws, Question question, List<Accepted> accepted) {
        for (int i = 0; i < report.count; i++) {
            for (int lane = 0; lane < Question.LANES; lane++) {
                int draw = report.group[i] * Question.LANES + lane;
                float loss = report.trainLoss[i * Question.LANES + lane];
                if (draw < draws && loss < question.largestEps()) {
                    float generalization = report.generalizationLoss[i * Question.LANES + lane];
                    accepted.add(new Accepted(chunk * Question.CHUNK + draw, loss, generalization));
                }
            }
        }
    }
}
