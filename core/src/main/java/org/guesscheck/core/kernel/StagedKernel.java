package org.guesscheck.core.kernel;

/** Evaluates chunks by running a backend's stages over buffers that stay in the first-level cache. */
public final class StagedKernel implements ChunkKernel {
    private final Question question;
    private final Stages stages;
    private final int batch;
    private final ProductPass pass;

    /**
     * Allocates the buffers.
     *
     * @param question what is asked, in any coordinates
     * @param stages the backend's steps
     * @throws IllegalArgumentException if the network has 2^31 weights or more, or features that fit no array
     */
    public StagedKernel(Question question, Stages stages) {
        this.question = question;
        this.stages = stages.withWeights(question.drawnFrom(stages.weights(), question.layout()));
        batch = question.layout().batch();
        pass = question.coordinates() == Coordinates.GRAM
                ? new GramProducts(question, this.stages)
                : new DirectProducts(question, this.stages);
    }

    @Override
    public void evaluate(long chunk, int from, int to, ChunkReport report) {
        if (from == 0) {
            report.count = 0;
            stages.weights().seed(question.seed(), chunk);
        }
        for (int first = from; first < to; first += batch) {
            int now = Math.min(batch, to - first);
            stages.judge().judge(pass.next(now), first, now, report);
        }
    }
}
