package org.guesscheck.gnc.study;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Sampler;

/**
 * The settings of a study's run.
 *
 * @param seed seed of the problem and of all draws
 * @param threads of each sampler
 * @param backend of each sampler
 * @param cancelled called often; true stops the study
 * @param log receives a text after every finished point
 */
public record Setting(long seed, int threads, String backend, BooleanSupplier cancelled, Consumer<String> log) {
    /** The paper's kind of problem: 5 x 5, rank 1, 15 measurements. */
    Problem problem() {
        return Problem.sensing(5, 5, 1, 15, seed);
    }

    /** The same sampler with these settings. */
    <S extends Sampler<S>> S with(S sampler) {
        return sampler.seed(seed).threads(threads).backend(backend).cancelWhen(cancelled);
    }
}
