package org.guesscheck.core.kernel;

/** A way to run the kernels; all backends give the same bits. */
public interface Backend {
    /**
     * The name by which the backend is asked for and reported.
     *
     * @return for example {@code scalar} or {@code vector-512}
     */
    String name();

    /**
     * Makes a kernel with buffers of its own for one thread.
     *
     * @param question what is asked
     * @return a kernel that must not be shared between threads
     */
    default ChunkKernel kernel(Question question) {
        return new StagedKernel(question, stages(question));
    }

    /**
     * The steps alone, for callers that need what lies between them.
     *
     * @param question what is asked
     * @return stages for one thread
     */
    Stages stages(Question question);
}
