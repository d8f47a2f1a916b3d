package org.guesscheck.core.kernel;

/** Makes draws of rejection again, for their predicted matrices: chunk by chunk, on a backend. Not safe for use by two threads. */
public final class DrawnProducts {
    /** Weights drawn between two checks: some milliseconds. */
    private static final long WEIGHTS_PER_PIECE = 1L << 24;

    private final StagedKernel kernel;
    private final int piece;
    private final ChunkReport unused = new ChunkReport();
    private final Watcher watcher;

    /** Who is shown predicted matrices. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Shown one.
         *
         * @param number the draw's place among the wanted ones, from 0
         * @param predicted the predicted matrix row by row, valid during the call
         */
        void shown(int number, float[] predicted);
    }

    /**
     * Allocates the buffers.
     *
     * @param question the question of the run
     * @param stages the backend's steps for it
     * @throws IllegalArgumentException if the network has 2^31 weights or more, or features that fit no array
     */
    public DrawnProducts(Question question, Stages stages) {
        watcher = new Watcher(question, stages.judge());
        kernel = new StagedKernel(question, stages.withJudge(watcher));
        piece = Math.clamp(
                WEIGHTS_PER_PIECE / ((long) question.layout().vectors() * Question.LANES), 1, Question.GROUPS);
    }

    /**
     * Draws a chunk up to its last wanted draw.
     *
     * @param chunk number of the chunk, at least 0
     * @param wanted numbers of draws in the chunk, rising, at least one
     * @param checkpoint called every few milliseconds; it may throw
     * @param visitor is shown the wanted draws in order
     */
    public void show(long chunk, int[] wanted, Runnable checkpoint, Visitor visitor) {
        watcher.wanted = wanted;
        watcher.next = 0;
        watcher.visitor = visitor;
        int groups = wanted[wanted.length - 1] / Question.LANES + 1;
        for (int done = 0; done < groups; done += piece) {
            checkpoint.run();
            kernel.evaluate(chunk, done, Math.min(groups, done + piece), unused);
        }
    }

    /** In the place of a judge: nothing is judged. */
    private static final class Watcher implements JudgeStage {
        private final Question question;
        private final JudgeStage judge;
        private final float[] predicted;
        private int[] wanted;
        private int next;
        private Visitor visitor;

        Watcher(Question question, JudgeStage judge) {
            this.question = question;
            this.judge = judge;
            predicted = new float[question.rows() * question.cols()];
        }

        @Override
        public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
            int end = Question.LANES * (firstGroup + groups);
            for (; next < wanted.length && wanted[next] < end; next++) {
                int group = wanted[next] / Question.LANES - firstGroup;
                Predicted.matrix(products, group, wanted[next] % Question.LANES, question, predicted);
                visitor.shown(next, predicted);
            }
        }

        @Override
        public void measure(float[] products, int groups, float[] train, float[] generalization) {
            judge.measure(products, groups, train, generalization);
        }
    }
}
