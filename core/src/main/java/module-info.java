/**
 * Guess and check: networks drawn from a prior until one fits the training data.
 *
 * <p>The Vector API is optional: without it in the JVM's modules, other kernels do the same work.
 */
module org.guesscheck.core {
    requires static jdk.incubator.vector;

    exports org.guesscheck.core.problem;
    exports org.guesscheck.core.network;
    exports org.guesscheck.core.kernel;
    exports org.guesscheck.core.sampler;
    exports org.guesscheck.core.descent;
    exports org.guesscheck.core.estimate;

    uses org.guesscheck.core.kernel.BackendProvider;
}
