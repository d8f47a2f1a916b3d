package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.random.PriorStream;

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
        Network network = question.network();
        boolean uniform = network.prior() == Prior.UNIFORM;
        return new Stages(
                new ScalarWeights(new PriorStream(uniform)),
                new ScalarProducts(),
                new ScalarActivation(network.activation(), question.hiddenScale()),
                new ScalarJudge(question),
                new ScalarMoves(uniform),
                new ScalarCorrelation());
    }

    @Override
    public DescentKernel descent(DescentShape shape) {
        return new ScalarDescent(shape);
    }
}
