/**
 * Guess and check: networks drawn from a prior until one fits the training data, and how such networks generalize beside networks that
 * gradient descent has trained.
 *
 * <h2>A question</h2>
 *
 * <p>A {@link org.guesscheck.core.problem.Problem} has training measurements of an unknown m x m' matrix and test measurements. A {@link
 * org.guesscheck.core.network.Network} of depth d and width k is a product of d factors, the first with m rows, the last with m' columns,
 * with an activation after each factor but the last, and a prior of its weights. A threshold of the training loss, {@code eps}, says which
 * draws fit. The answer, a {@link org.guesscheck.core.posterior.Posterior}, has for every threshold the acceptance probability and the
 * generalization loss among accepted draws, with intervals of 95%. Losses are means of squared residuals and have no unit; matrices are
 * arrays row by row.
 *
 * <p>{@link org.guesscheck.core.sampler} starts with the shortest program, {@link org.guesscheck.core.problem} with one that has a problem of
 * its own.
 *
 * <h2>Networks on samples</h2>
 *
 * <p>{@link org.guesscheck.core.data} has labelled samples. {@link org.guesscheck.core.sampler.LearningRejection} and {@link
 * org.guesscheck.core.sampler.LearningSplitting} draw {@linkplain org.guesscheck.core.network.Perceptron perceptrons}, and say for every number of training samples how many of
 * them have all of these right, and how many test samples such networks have right: a {@link
 * org.guesscheck.core.posterior.LearningCurve}.
 *
 * <h2>Which sampler</h2>
 *
 * <table>
 * <caption>Samplers</caption>
 * <tr><th>sampler</th><th>method</th><th>when</th></tr>
 * <tr><td>{@link org.guesscheck.core.sampler.RejectionSampler}</td><td>judges every draw: no bias, an exact interval</td>
 *     <td>at acceptance probabilities above some 1e-8</td></tr>
 * <tr><td>{@link org.guesscheck.core.sampler.ConditionalSampler}</td><td>integrates over the last factor</td>
 *     <td>for Gaussian priors that are not normalized, best in wide networks</td></tr>
 * <tr><td>{@link org.guesscheck.core.sampler.SplittingSampler}</td><td>passes levels of falling training loss</td>
 *     <td>for all networks and priors, down to 1e-20 and below</td></tr>
 * <tr><td>{@link org.guesscheck.core.sampler.AutoSampler}</td><td>takes the cheapest of these by a pilot run</td>
 *     <td>when the acceptance probability is not known</td></tr>
 * </table>
 *
 * <p>{@link org.guesscheck.core.posterior.Diagnostics#reasons()} says in sentences why an estimate should not be trusted. It is empty for an
 * estimate that passed its checks. A program that shows estimates should show these sentences, too.
 *
 * <h2>Gradient descent</h2>
 *
 * <p>{@link org.guesscheck.core.descent.LearningDescent} trains perceptrons on samples. {@link org.guesscheck.core.descent.GradientDescent} is one run, {@link org.guesscheck.core.descent.DescentEnsemble} many from other
 * initial weights, and {@link org.guesscheck.core.comparison.Comparison} puts an ensemble beside guess and check ({@link org.guesscheck.core.comparison} has a program).
 *
 * <h2>Threads, progress and cancellation</h2>
 *
 * <p>Samplers, gradient descents and comparisons are immutable: every setter returns a changed copy. One object may be shared by threads
 * and run many times. A run works on its calling thread and on those of an {@link java.util.concurrent.Executor}, by default threads of its
 * own that end with the run. It ends early when the calling thread is interrupted or a condition becomes true. {@link
 * org.guesscheck.core.sampler} has a job of a server as an example.
 *
 * <p>Between runs nothing stays but loaded kernels, of which the last 256 are kept, so that memory does not grow with the number of
 * questions.
 *
 * <h2>The same answer everywhere</h2>
 *
 * <p>Draws are numbered, and draw number i of a seed has the same bits on every machine, backend, vector width and number of threads. The
 * {@linkplain org.guesscheck.core.posterior.Origin#digest() digest} of a result is a SHA-256 of what was accepted. Two runs with the same digest
 * found the same draws. {@link org.guesscheck.core.parts} divides a run among machines with the same digest.
 *
 * <h2>Speed</h2>
 *
 * <p>The Vector API is optional. With {@code --add-modules jdk.incubator.vector} among the JVM's options the kernels of this module use it.
 * Without it, those of the artifact {@code guesscheck-native} do the same work at about the same speed: C for x86-64 with AVX2 or AVX-512
 * and for 64-bit ARM. Its library lies in its jar and is extracted to the temporary directory, or to {@code guesscheck.native.dir}, while it
 * is loaded. {@code --enable-native-access=org.guesscheck.nativekernels} (on the class path {@code ALL-UNNAMED}) allows that without a warning
 * of the JVM. With neither, plain Java computes the same bits slowly. {@link org.guesscheck.core.sampler.Sampler#backends()} says
 * what can be used and why not, and a message to the {@link System.Logger} says once which of them runs.
 *
 * <p>Where {@code jdk.jfr} is in the JVM's modules, samplers leave an event {@code org.guesscheck.Chunk} of Flight Recorder for every chunk of
 * draws.
 */
// The C kernels are a module of their own, which this one does not know while it is compiled.
@SuppressWarnings("module")
module org.guesscheck.core {
    requires static jdk.incubator.vector;
    requires static jdk.jfr;

    exports org.guesscheck.core.baseline;
    exports org.guesscheck.core.problem;
    exports org.guesscheck.core.data;
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
