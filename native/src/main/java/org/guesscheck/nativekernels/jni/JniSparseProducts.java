package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.SparseMatrix;
import org.guesscheck.core.kernel.SparseProducts;

/** Sparse products in C, a block of rows in a call. Every argument is checked here, so that no call can take the JVM down. */
final class JniSparseProducts implements SparseProducts {
    /** As in sparse.h. */
    private static final int STRIP = 64;

    /** Packed rows that a first-level cache of 32 KiB holds beside the sums. */
    static final int STRIP_TILE = 96;

    /** The same for the longer rows of parts. */
    static final int PART_TILE = 64;

    /** Rows of a block whose sums, or packed rows, a second-level cache holds beside the packed rows of the columns. */
    private static final int STRIP_ROWS = 1024;

    private static final int PART_ROWS = 512;

    private static final long CACHE_LINE = 64;

    private final Tier tier;
    private final SparseMatrix places;
    private final int length;
    private final int threads;
    private final MemorySegment columns;
    private final SparseTiles stripTiles;
    private final SparseTiles partTiles;
    private final MemorySegment[] scratch;

    JniSparseProducts(Tier tier, SparseMatrix places, int length, int threads) {
        this.tier = tier;
        this.places = places;
        this.length = length;
        this.threads = threads;
        int share = (places.rows() + threads - 1) / threads;
        // Strips are independent, but the parts of a sum follow one another.
        int stripRows = Math.min(STRIP_ROWS, strips() < threads ? share : places.rows());
        int partRows = Math.min(PART_ROWS, share);
        Arena arena = Arena.ofAuto();
        columns = arena.allocate(ValueLayout.JAVA_INT, places.count());
        for (int e = 0; e < places.count(); e++) {
            columns.setAtIndex(ValueLayout.JAVA_INT, e, places.column(e));
        }
        stripTiles = new SparseTiles(arena, places, stripRows, STRIP_TILE);
        partTiles = new SparseTiles(arena, places, partRows, PART_TILE);
        long floats = Math.max(STRIP * ((long) places.cols() + stripRows), PART * ((long) places.cols() + partRows));
        scratch = new MemorySegment[threads];
        for (int t = 0; t < threads; t++) {
            scratch[t] = arena.allocate(Float.BYTES * floats, CACHE_LINE);
        }
    }

    /** Strips of columns in a product. */
    private int strips() {
        return (length + STRIP - 1) / STRIP;
    }

    @Override
    public String name() {
        return JniProvider.FAMILY + "-" + tier.name();
    }

    /** One of several independent pieces of work, in memory of the thread's own. */
    private interface Task {
        void run(int task, long scratch);
    }

    private void run(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        IntStream workers = IntStream.range(0, Math.min(threads, tasks));
        (threads > 1 ? workers.parallel() : workers).forEach(w -> {
            for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
                task.run(t, scratch[w].address());
            }
        });
    }

    @Override
    public synchronized void sample(MemorySegment a, MemorySegment b, MemorySegment values) {
        SparseProducts.check(places, values, length, a, b);
        run(
                partTiles.blocks(),
                (block, memory) -> Bridge.sample(
                        tier.index(),
                        columns.address(),
                        partTiles.address(block),
                        partTiles.tiles(),
                        partTiles.height(block),
                        places.cols(),
                        length,
                        a.address() + Float.BYTES * (long) partTiles.top(block) * length,
                        b.address(),
                        values.address(),
                        memory));
        keep(a, b, values);
    }

    @Override
    public synchronized void multiply(MemorySegment values, MemorySegment b, MemorySegment c) {
        SparseProducts.check(places, values, length, c, b);
        int blocks = stripTiles.blocks();
        run(blocks * strips(), (task, memory) -> {
            int block = task % blocks;
            Bridge.spread(
                    tier.index(),
                    columns.address(),
                    stripTiles.address(block),
                    stripTiles.tiles(),
                    stripTiles.height(block),
                    places.cols(),
                    values.address(),
                    length,
                    task / blocks * STRIP,
                    b.address(),
                    c.address() + Float.BYTES * (long) stripTiles.top(block) * length,
                    memory);
        });
        keep(b, c, values);
    }

    /** Addresses do not keep memory that the garbage collector frees; this does. */
    private void keep(MemorySegment first, MemorySegment second, MemorySegment values) {
        Reference.reachabilityFence(first);
        Reference.reachabilityFence(second);
        Reference.reachabilityFence(values);
        Reference.reachabilityFence(this);
    }
}
