package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * A program that embeds the library: asks for a backend, for splitting or gradient descent in C, for sparse products or for what can be used; prints
 * which one ran and the digest. Also what toolchain/check-native.sh runs under the address sanitizer.
 */
final class Embedded {
    private Embedded() {}

    public static void main(String[] args) {
        try {
            for (int run = 0; run < 2; run++) {
                System.out.println(
                        switch (args[0]) {
                            case "splitting" -> text(split());
                            case "sparse" -> multiply();
                            case "descent" -> descend();
                            case "describe" -> describe();
                            default -> text(guess(args[0]));
                        });
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            for (Throwable reason : e.getSuppressed()) {
                System.out.println("suppressed: " + reason.getMessage());
            }
        }
    }

    /** Every backend and why it can't be used. */
    private static String describe() {
        return Backends.describe().stream()
                .map(backend -> backend.name() + ": " + backend.reason())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String text(Posterior posterior) {
        return posterior.execution().backend() + " " + posterior.origin().digest();
    }

    /** Calls sparse products of 300 x 250 with rows of 200, in three threads; prints a hash of their bits. */
    private static String multiply() {
        int length = 200;
        SparseMatrix places = SparseMatrix.of(
                300, 250, IntStream.range(0, 25_000).map(i -> 3 * i).toArray());
        SparseMultiplier products = Multipliers.sparse(false).of(places, length, 3);
        try (Arena arena = Arena.ofShared()) {
            MemorySegment a = arena.allocate(Float.BYTES * 300L * length);
            MemorySegment b = arena.allocate(Float.BYTES * 250L * length);
            MemorySegment values = arena.allocate(Float.BYTES * (long) places.count());
            for (int e = 0; e < 250 * length; e++) {
                a.setAtIndex(ValueLayout.JAVA_FLOAT, e, e % 7 - 3);
                b.setAtIndex(ValueLayout.JAVA_FLOAT, e, 1f / (e % 11 + 1));
            }
            products.sample(a, b, values);
            products.multiply(values, b, a);
            return products.name() + " sparse:" + Arrays.hashCode(a.toArray(ValueLayout.JAVA_FLOAT));
        }
    }

    /** Gradient descent of every shape of {@link DescentCases}; prints a hash of their bits. */
    private static String descend() {
        Backend jni = Backends.named("jni");
        int hash = 0;
        for (DescentShape shape : DescentCases.shapes()) {
            hash = 31 * hash + Arrays.hashCode(DescentCases.results(jni.descent(shape), shape));
        }
        return jni.name() + " descent:" + hash;
    }

    private static Posterior guess(String backend) {
        return RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .eps(0.1)
                .draws(100_000)
                .seed(3)
                .threads(1)
                .backend(backend)
                .run();
    }

    /** Calls every step alone. */
    private static Posterior split() {
        Network tanh = Network.linear(5, 2).with(Activation.TANH);
        return SplittingSampler.of(Problem.sensing(5, 5, 1, 15, 1), tanh)
                .eps(0.02)
                .particles(64)
                .replicas(2)
                .seed(3)
                .threads(1)
                .backend("jni")
                .run();
    }
}
