package org.guesscheck.nativekernels.jni;

/**
 * The functions of the C library for gradient descent (descent_bridge.c). They do not check their arguments: a tier is an index below
 * {@link Bridge#tiers}, an address that of the memory of a {@link JniDescent}.
 */
final class DescentBridge {
    private DescentBridge() {}

    /** The product, the gradient, and their sums of squares. */
    static native void gradient(int tier, long address);

    /** A step along the gradient. */
    static native void step(int tier, long address);
}
