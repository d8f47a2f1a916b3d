/**
 * Guess and check: networks drawn from a prior until one fits the training data.
 *
 * <p>The Vector API is optional: without it in the JVM's modules, other kernels do the same work. So is
 * Flight Recorder: where {@code jdk.jfr} is in the JVM's modules, samplers leave an event {@code org.guesscheck.Chunk} for
 * every chunk of draws.
 */
// The C kernels are a module of their own, which this one does not know while it is compiled.
@SuppressWarnings("module")
module org.guesscheck.core {
    requires static jdk.incubator.vector;
    requires static jdk.jfr;

    exports org.guesscheck.core.baseline;
    exports org.guesscheck.core.problem;
    exports org.guesscheck.core.network;
    exports org.guesscheck.core.sampler;
    exports org.guesscheck.core.posterior;
    exports org.guesscheck.core.parts;
    exports org.guesscheck.core.descent;
    exports org.guesscheck.core.comparison;
    exports org.guesscheck.core.estimate;
    exports org.guesscheck.core.provider;

    // For other implementations of kernels and multipliers.
    exports org.guesscheck.core.kernel to
            org.guesscheck.nativekernels;
    exports org.guesscheck.core.kernel.descent to
            org.guesscheck.nativekernels;
    exports org.guesscheck.core.matrix to
            org.guesscheck.nativekernels;
    exports org.guesscheck.core.random to
            org.guesscheck.nativekernels;

    uses org.guesscheck.core.kernel.BackendProvider;
    uses org.guesscheck.core.matrix.MultiplierProvider;
    uses org.guesscheck.core.matrix.SparseMultiplierProvider;
}
