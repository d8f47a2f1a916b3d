package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.WeightLayout;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;

/**
 * The memory of a C kernel: its question, its generator and its buffers. It is freed when nothing refers to it any more, so
 * whoever passes {@link #address} to C keeps this object reachable until the call is over.
 */
final class KernelMemory {
    private static final int CACHE_LINE = 64;

    private final MemorySegment segment;

    private KernelMemory(MemorySegment segment) {
        this.segment = segment;
    }

    /**
     * Allocates and prepares a kernel.
     *
     * @param question what is asked
     * @param buffers whether there is room for the weights and products of whole chunks
     * @throws OutOfMemoryError if the JVM's limit on direct memory or the system's memory is too small
     */
    static KernelMemory of(Question question, boolean buffers) {
        int[] shape = shape(question, buffers);
        MemorySegment segment = Arena.ofAuto().allocate(Bridge.bytes(shape), CACHE_LINE);
        Bridge.prepare(
                segment.address(),
                shape,
                scalars(question),
                question.train().matrices(),
                question.train().targets(),
                question.test().matrices(),
                question.test().targets());
        return new KernelMemory(segment);
    }

    /** The whole numbers of a question, in the order of enum shape in chunk_kernel.h. */
    static int[] shape(Question question, boolean buffers) {
        Network network = question.network();
        WeightLayout layout = question.layout();
        boolean second = layout.factors() > 1;
        return new int[] {
            question.rows(),
            question.cols(),
            network.width(),
            network.depth(),
            flag(question.coordinates() == Coordinates.GRAM),
            layout.vectors(),
            flag(layout.whole()),
            layout.batch(),
            layout.tile(),
            layout.tileUnits(),
            layout.columnStride(0),
            second ? layout.first(1) : 0,
            second ? layout.rowStride(1) : 0,
            Math.toIntExact(layout.atOnce()),
            flag(network.prior() == Prior.UNIFORM),
            flag(network.normalized()),
            number(network.activation().kind()),
            question.fullEvery(),
            question.firstResiduals(),
            question.train().rows(),
            question.test().rows(),
            flag(buffers)
        };
    }

    /** The real numbers of a question, in the order of enum scalar in chunk_kernel.h. */
    static float[] scalars(Question question) {
        return new float[] {
            question.softening(),
            question.finalScale(),
            question.hiddenScale(),
            question.network().activation().negativeSlope(),
            question.largestEps(),
            question.train().weight(),
            question.test().weight()
        };
    }

    /** Where the kernel is. */
    long address() {
        return segment.address();
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }

    /** An activation, in the order of enum activation in kernels.h. */
    static int number(Activation.Kind kind) {
        return switch (kind) {
            case LINEAR -> 0;
            case TANH -> 1;
            case LEAKY_RELU -> 2;
        };
    }
}
