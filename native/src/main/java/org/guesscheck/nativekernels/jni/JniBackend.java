package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.StagedKernel;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;

/** The C kernels of one tier of instruction sets. */
record JniBackend(Tier tier) implements Backend {
    @Override
    public String name() {
        return JniProvider.FAMILY + "-" + tier.name();
    }

    @Override
    public ChunkKernel kernel(Question question) {
        // Bartlett's factors are made of normals in Java.
        return question.coordinates() == Coordinates.BARTLETT
                ? new StagedKernel(question, stages(question))
                : new JniKernel(tier.index(), question);
    }

    @Override
    public Stages stages(Question question) {
        int index = tier.index();
        KernelMemory memory = KernelMemory.of(question, false);
        return new Stages(
                new JniWeights(index, memory),
                new JniProducts(index),
                new JniActivation(index, memory),
                new JniJudge(index, memory, question.rows() * question.cols()),
                new JniMoves(index, memory),
                new JniCorrelation(index));
    }

    @Override
    public DescentKernel descent(DescentShape shape) {
        return new JniDescent(tier.index(), shape);
    }
}
