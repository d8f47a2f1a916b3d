package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.StagedKernel;
import org.guesscheck.core.kernel.Stages;

/** The backend that needs nothing but Java. */
public final class ScalarBackend implements Backend {
    /** Makes the backend. */
    public ScalarBackend() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public ChunkKernel kernel(Question question) {
        return new StagedKernel(question, stages(question));
    }

    @Override
    public Stages stages(Question question) {
        return new ScalarStages(question);
    }
}
