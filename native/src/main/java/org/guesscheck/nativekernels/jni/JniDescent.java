package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.StepNumbers;
import org.guesscheck.core.kernel.descent.TrainingData;

/** Gradient descent in C, in memory off the heap that is laid out as descent.h says. */
final class JniDescent implements DescentKernel {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final int CACHE_LINE = 64;

    /** Bytes of the whole numbers and the slope at the start of descent.h's struct. */
    private static final long SIZES = 40;

    private final int tier;
    private final DescentShape shape;
    private final MemorySegment header;
    private final List<MemorySegment> arrays = new ArrayList<>();

    private final MemorySegment weights;
    private final MemorySegment gradient;
    private final MemorySegment[] buffers;
    private final MemorySegment product;
    private final MemorySegment matrices;
    private final MemorySegment targets;
    private final MemorySegment shares;
    private final MemorySegment squaredResiduals;
    private final MemorySegment squaredNorms;
    private final MemorySegment length;
    private final MemorySegment second;
    private TrainingData shared;

    /**
     * Allocates the memory of 16 runs.
     *
     * @throws OutOfMemoryError if the JVM's limit on direct memory or the system's memory is too small
     */
    JniDescent(int tier, DescentShape shape) {
        this.tier = tier;
        this.shape = shape;
        Factors factors = shape.factors();
        SegmentAllocator allocator = Arena.ofAuto();
        long all = LANES * (long) shape.weights();
        long hidden = LANES * (long) factors.rows() * factors.width();
        long entries = LANES * (long) shape.entries();
        long measurements = LANES * (long) shape.measurements();
        long measured = (shape.shared() ? 1 : LANES) * (long) shape.measurements() * shape.entries();
        int last = factors.depth() - 1;
        // In the order of the pointers in descent.h.
        weights = floats(allocator, all);
        gradient = floats(allocator, all);
        buffers = new MemorySegment[] {
            floats(allocator, shape.direction().buffers() > 0 ? all : 0),
            floats(allocator, shape.direction().buffers() > 1 ? all : 0)
        };
        floats(allocator, last * hidden);
        product = floats(allocator, entries);
        floats(allocator, entries);
        floats(allocator, last > 1 ? hidden : 0);
        floats(allocator, last > 2 ? hidden : 0);
        matrices = floats(allocator, measured);
        targets = floats(allocator, measurements);
        shares = floats(allocator, measurements);
        floats(allocator, measurements);
        floats(allocator, LANES * (long) factors.rowLength());
        squaredResiduals = floats(allocator, LANES);
        squaredNorms = floats(allocator, LANES);
        length = floats(allocator, LANES);
        second = floats(allocator, LANES);
        header = allocator.allocate(SIZES + Long.BYTES * (long) arrays.size(), CACHE_LINE);
        int[] sizes = sizes(shape);
        MemorySegment.copy(sizes, 0, header, ValueLayout.JAVA_INT, 0, sizes.length);
        header.set(
                FLOAT, Integer.BYTES * (long) sizes.length, shape.activation().negativeSlope());
        for (int i = 0; i < arrays.size(); i++) {
            header.set(
                    ValueLayout.JAVA_LONG,
                    SIZES + Long.BYTES * (long) i,
                    arrays.get(i).address());
        }
    }

    private MemorySegment floats(SegmentAllocator allocator, long count) {
        MemorySegment array = allocator.allocate(Float.BYTES * Math.max(count, 1), CACHE_LINE);
        arrays.add(array);
        return array;
    }

    /** The whole numbers, in the order of descent.h. */
    static int[] sizes(DescentShape shape) {
        Factors factors = shape.factors();
        return new int[] {
            factors.rows(),
            factors.cols(),
            factors.width(),
            factors.depth(),
            KernelMemory.number(shape.activation().kind()),
            switch (shape.direction()) {
                case GRADIENT -> 0;
                case MOMENTUM -> 1;
                case ADAM -> 2;
            },
            shape.measurements(),
            shape.shared() ? 1 : 0
        };
    }

    @Override
    public void start(int lane, TrainingData train, float[][] start) {
        Objects.checkIndex(lane, LANES);
        TrainingData before = shared;
        shared = shape.requireFitting(train, start, before);
        if (!shape.shared()) {
            write(train.matrices(), matrices, lane);
        } else if (before == null) {
            for (int i = 0; i < train.count(); i++) {
                MemorySegment.copy(
                        train.matrices()[i],
                        0,
                        matrices,
                        FLOAT,
                        Float.BYTES * (long) i * shape.entries(),
                        shape.entries());
            }
        }
        stop(lane);
        write(new float[][] {train.targets()}, targets, lane);
        for (int i = 0; i < train.count(); i++) {
            shares.setAtIndex(FLOAT, at(i, lane), 2f / train.count());
        }
        write(start, weights, lane);
    }

    private static long at(long vector, int lane) {
        return LANES * vector + lane;
    }

    /** Fills the lane with zeros, since numbers that are not finite and denormal ones would be slow. */
    @Override
    public void stop(int lane) {
        clear(weights, lane);
        clear(gradient, lane);
        clear(targets, lane);
        for (MemorySegment buffer : buffers) {
            clear(buffer, lane);
        }
    }

    private static void clear(MemorySegment array, int lane) {
        long end = array.byteSize() / Float.BYTES;
        for (long i = lane; i < end; i += LANES) {
            array.setAtIndex(FLOAT, i, 0);
        }
    }

    @Override
    public void share(int lane, float[] given) {
        write(new float[][] {given}, shares, lane);
    }

    @Override
    public void gradient(float[] residuals, float[] norms) {
        DescentBridge.gradient(tier, header.address());
        Reference.reachabilityFence(this);
        MemorySegment.copy(squaredResiduals, FLOAT, 0, residuals, 0, LANES);
        MemorySegment.copy(squaredNorms, FLOAT, 0, norms, 0, LANES);
    }

    @Override
    public void step(StepNumbers numbers) {
        float[] other = switch (shape.direction()) {
            case GRADIENT, MOMENTUM -> numbers.momentum();
            case ADAM -> numbers.correction();
        };
        MemorySegment.copy(numbers.length(), 0, length, FLOAT, 0, LANES);
        MemorySegment.copy(other, 0, second, FLOAT, 0, LANES);
        DescentBridge.step(tier, header.address());
        Reference.reachabilityFence(this);
    }

    @Override
    public void product(int lane, float[] out) {
        read(product, lane, new float[][] {out});
    }

    @Override
    public void weights(int lane, float[][] out) {
        read(weights, lane, out);
    }

    @Override
    public void gradient(int lane, float[][] out) {
        read(gradient, lane, out);
    }

    private static void write(float[][] rows, MemorySegment to, int lane) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                to.setAtIndex(FLOAT, at((long) r * rows[r].length + c, lane), rows[r][c]);
            }
        }
    }

    private static void read(MemorySegment from, int lane, float[][] rows) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = from.getAtIndex(FLOAT, at((long) r * rows[r].length + c, lane));
            }
        }
    }
}
