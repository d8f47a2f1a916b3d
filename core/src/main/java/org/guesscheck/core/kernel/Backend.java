package org.guesscheck.core.kernel;

import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;

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

    /**
     * Makes a kernel of gradient descent with memory of its own for one thread.
     *
     * @param shape what all of its runs have in common
     * @return a kernel that must not be shared between threads
     */
    DescentKernel descent(DescentShape shape);
}
