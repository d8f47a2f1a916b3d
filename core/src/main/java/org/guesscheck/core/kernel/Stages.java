package org.guesscheck.core.kernel;

import org.guesscheck.core.platform.CacheLine;

/**
 * The steps of which a chunk's evaluation is made, for one thread: a backend is one implementation of each, and whoever changes
 * a step replaces its role. Positions and strides of all roles count vectors of 16 floats, from {@link #BASE} on in every
 * buffer.
 *
 * @param weights draws weights
 * @param products multiplies features by weights
 * @param activation activates features
 * @param judge makes losses of products
 * @param moves moves particles
 * @param correlation gives normals the covariance of features
 */
public record Stages(
        WeightStage weights,
        ProductStage products,
        ActivationStage activation,
        JudgeStage judge,
        MoveStage moves,
        CorrelationStage correlation) {
    /** First element in use of every buffer. */
    public static final int BASE = CacheLine.FIRST_FLOAT;

    /**
     * The same steps with others' weights.
     *
     * @param other draws weights
     * @return new stages
     */
    public Stages withWeights(WeightStage other) {
        return new Stages(other, products, activation, judge, moves, correlation);
    }

    /**
     * The same steps with another judge.
     *
     * @param other makes losses of products
     * @return new stages
     */
    public Stages withJudge(JudgeStage other) {
        return new Stages(weights, products, activation, other, moves, correlation);
    }
}
