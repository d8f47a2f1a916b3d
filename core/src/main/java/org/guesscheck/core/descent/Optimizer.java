package org.guesscheck.core.descent;

/** How steps are made of gradients. */
public enum Optimizer {
    /**
     * One running average of the squared gradient norm over all parameters scales every step (Alexander et al., arXiv
     * 2506.03931, their "GroupRMSprop"): v = 0.99 v + 0.01 |g|^2, step = learning rate / (sqrt(v / (1 - 0.99^t)) + 1e-6).
     */
    GROUP_RMSPROP,
    /** Plain gradient descent: the step is the learning rate. */
    GD,
    /**
     * Adam (Kingma and Ba, arXiv 1412.6980) with their numbers: m = 0.9 m + 0.1 g, v = 0.999 v + 0.001 g^2 for every parameter, and
     * the step is learning rate / (1 - 0.9^t) * m / (sqrt(v / (1 - 0.999^t)) + 1e-8). It has no other momentum. Small runs alone can
     * take it.
     */
    ADAM
}
