package org.guesscheck.core.kernel.vector;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.MoveStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.network.Prior;

/**
 * The backend of hand-vectorized kernels.
 *
 * <p>The classes with the kernels are templates: each is loaded as a hidden class for every vector shape and problem shape, with
 * these as class data. So species and block sizes are constants to the compiler and one source serves every width. All
 * questions of the same shape share the class, and with it what the JVM learnt and compiled.
 */
public final class VectorBackend implements Backend {
    private final int bits;

    /**
     * Makes the backend for a vector width.
     *
     * @param bits 128, 256 or 512
     * @throws IllegalArgumentException if the width is another
     */
    public VectorBackend(int bits) {
        if (bits != 128 && bits != 256 && bits != 512) {
            throw new IllegalArgumentException("vector width: " + bits + " bits; 128, 256 or 512 is allowed");
        }
        this.bits = bits;
    }

    @Override
    public String name() {
        return "vector-" + bits;
    }

    @Override
    public DescentKernel descent(DescentShape shape) {
        return new VectorDescent(VectorSpecies.of(float.class, VectorShape.forBitSize(bits)), shape);
    }

    @Override
    public Stages stages(Question question) {
        VectorSpecies<Float> species = VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
        boolean uniform = question.network().prior() == Prior.UNIFORM;
        WeightStage weights = Specialised.load(
                WeightStage.class,
                uniform ? new VectorUniforms.Constants(species) : new VectorNormals.Constants(species));
        ActivationStage activation = Specialised.load(
                ActivationStage.class,
                new VectorActivation.Constants(species, question.network().activation(), question.hiddenScale()));
        Judging judge = Specialised.load(
                Judging.class,
                new VectorJudge.Constants(
                        species,
                        question.rows() * question.cols(),
                        question.network().normalized(),
                        question.firstResiduals()));
        judge.ask(question);
        MoveStage moves = Specialised.load(MoveStage.class, new VectorMoves.Constants(species, uniform));
        return new Stages(weights, new Blocks(species), activation, judge, moves, new Triangles(species));
    }
}
