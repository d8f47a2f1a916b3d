package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
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
    public Stages stages(Question question) {
        return new ScalarStages(question);
    }
}
