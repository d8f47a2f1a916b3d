package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;

/** Sparse products in C, one block of rows for each call. All arguments are checked here, so that no call can end the JVM. */
final class JniSparseMultiplier implements SparseMultiplier {
    /** Columns of a product that are summed in registers, as in sparse.h. */
    private static final int STRIP = 64;

    /**
     * Packed rows of a tile: 32 KiB in strips and 48 KiB in parts, about the size of a first-level cache. Narrower tiles were slower
     * when measured, because fewer entries of a row lie one after another.
     */
    static final int STRIP_TILE = 128;

    static final int PART_TILE = 96;

    /** The most rows of a block: their sums, or their packed rows, fit a second-level cache together with the packed rows of a tile. */
    private static final int STRIP_ROWS = 1024;

    private static final int PART_ROWS = 512;

    private static final long CACHE_LINE = 64;

    private final Tier tier;
    private final SparseMatrix places;
    private final int length;
    private final int threads;
    private final SparseTiles stripTiles;
    private final SparseTiles partTiles;
    /** The values of the entries in the order of the tiles. */
    private final MemorySegment tiled;

    private final MemorySegment[] scratch;

    JniSparseMultiplier(Tier tier, SparseMatrix places, int length, int threads) {
        this.tier = tier;
        this.places = places;
        this.length = length;
        this.threads = threads;
        int share = (places.rows() + threads - 1) / threads;
        // Threads can share a block's strips, which are independent, but not its parts, which are added in order.
        int stripRows = Math.min(STRIP_ROWS, strips() < threads ? share : places.rows());
        int partRows = Math.min(PART_ROWS, share);
        Arena arena = Arena.ofAuto();
        stripTiles = new SparseTiles(arena, places, stripRows, STRIP_TILE);
        partTiles = new SparseTiles(arena, places, partRows, PART_TILE);
        tiled = arena.allocate(Float.BYTES * (long) places.count(), CACHE_LINE);
        long floats = Math.max(STRIP * ((long) places.cols() + stripRows), PART * ((long) places.cols() + partRows));
        scratch = new MemorySegment[threads];
        for (int t = 0; t < threads; t++) {
            scratch[t] = arena.allocate(Float.BYTES * floats, CACHE_LINE);
        }
    }

    /** The number of strips in a product. */
    private int strips() {
        return (length + STRIP - 1) / STRIP;
    }

    @Override
    public String name() {
        return JniProvider.FAMILY + "-" + tier.name();
    }

    /** Runs one of several independent tasks, with scratch memory that belongs to the thread. */
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

    /** Address of a block's values in the order of the tiles. */
    private long tiled(SparseTiles tiles, int block) {
        return tiled.address() + Float.BYTES * (long) tiles.firstEntry(block);
    }

    /** Address of a block's first row in a dense matrix. */
    private long rows(MemorySegment matrix, SparseTiles tiles, int block) {
        return matrix.address() + Float.BYTES * (long) tiles.top(block) * length;
    }

    @Override
    public synchronized void sample(MemorySegment a, MemorySegment b, MemorySegment values) {
        SparseMultiplier.check(places, values, length, a, b);
        run(
                partTiles.blocks(),
                (block, memory) -> Bridge.sample(
                        tier.index(),
                        partTiles.address(block),
                        length,
                        rows(a, partTiles, block),
                        b.address(),
                        values.address(),
                        tiled(partTiles, block),
                        memory));
        keep(a, b, values);
    }

    @Override
    public synchronized void multiply(MemorySegment values, MemorySegment b, MemorySegment c) {
        SparseMultiplier.check(places, values, length, c, b);
        int blocks = stripTiles.blocks();
        run(
                blocks,
                (block, memory) -> Bridge.arrange(
                        tier.index(), stripTiles.address(block), values.address(), tiled(stripTiles, block)));
        run(blocks * strips(), (task, memory) -> {
            int block = task % blocks;
            Bridge.spread(
                    tier.index(),
                    stripTiles.address(block),
                    tiled(stripTiles, block),
                    length,
                    task / blocks * STRIP,
                    b.address(),
                    rows(c, stripTiles, block),
                    memory);
        });
        keep(b, c, values);
    }

    /** Keeps the memory of the operands from being freed by the garbage collector while C works on their addresses. */
    private void keep(MemorySegment first, MemorySegment second, MemorySegment values) {
        Reference.reachabilityFence(first);
        Reference.reachabilityFence(second);
        Reference.reachabilityFence(values);
        Reference.reachabilityFence(this);
    }
}
