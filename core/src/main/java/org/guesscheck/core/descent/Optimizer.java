package org.guesscheck.core.descent;

/** How long a step along the gradient is. */
public enum Optimizer {
    /**
     * One running average of the squared gradient norm over all parameters scales every step (Alexander et al., arXiv
     * 2506.03931, their "GroupRMSprop"): v = 0.99 v + 0.01 |g|^2, step = learning rate / (sqrt(v / (1 - 0.99^t)) + 1e-6).
     */
    GROUP_RMSPROP,
    /** Plain gradient descent: the step is the learning rate. */
    GD
}
