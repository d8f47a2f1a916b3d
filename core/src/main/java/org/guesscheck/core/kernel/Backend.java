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
    ChunkKernel kernel(Question question);

    /**
     * Makes the steps alone, with buffers of their own for one thread, for those who need what lies between them.
     *
     * @param question what is asked
     * @return stages that must not be shared between threads
     */
    Stages stages(Question question);
}
