/**
 * Guess and check: networks drawn from a prior until one fits the training data.
 *
 * <p>The Vector API is optional: without it in the JVM's modules, other kernels do the same work. So is
 * Flight Recorder: where {@code jdk.jfr} is in the JVM's modules, samplers leave an event {@code org.guesscheck.Chunk} for
 * every chunk of draws.
 */
module org.guesscheck.core {
    requires static jdk.incubator.vector;
    requires static jdk.jfr;

    exports org.guesscheck.core.baseline;
    exports org.guesscheck.core.random;
    exports org.guesscheck.core.problem;
    exports org.guesscheck.core.network;
    exports org.guesscheck.core.kernel;
    exports org.guesscheck.core.matrix;
    exports org.guesscheck.core.platform;
    exports org.guesscheck.core.posterior;
    exports org.guesscheck.core.sampler;
    exports org.guesscheck.core.descent;
    exports org.guesscheck.core.estimate;

    uses org.guesscheck.core.kernel.BackendProvider;
    uses org.guesscheck.core.matrix.MultiplierProvider;
    uses org.guesscheck.core.matrix.SparseMultiplierProvider;
}
