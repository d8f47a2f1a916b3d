package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;

/** Sparse products in C, a block of rows in a call. Every argument is checked here, so that no call can take the JVM down. */
final class JniSparseMultiplier implements SparseMultiplier {
    /** As in sparse.h. */
    private static final int STRIP = 64;

    /**
     * Packed rows of a tile: 32 KiB in strips and 48 in parts, as much as a first-level cache has or a little more. Narrower
     * tiles measured slower, since fewer of a row's entries follow one another.
     */
    static final int STRIP_TILE = 128;

    static final int PART_TILE = 96;

    /** Rows of a block whose sums, or packed rows, a second-level cache holds beside the packed rows of the columns. */
    private static final int STRIP_ROWS = 1024;

    private static final int PART_ROWS = 512;

    private static final long CACHE_LINE = 64;

    private final Tier tier;
    private final SparseMatrix places;
    private final int length;
    private final int threads;
    private final SparseTiles stripTiles;
    private final SparseTiles partTiles;
    /** The entries' values in the order of the tiles. */
    private final MemorySegment tiled;

    private final MemorySegment[] scratch;

    JniSparseMultiplier(Tier tier, SparseMatrix places, int length, int threads) {
        this.tier = tier;
        this.places = places;
        this.length = length;
        this.threads = threads;
        int share = (places.rows() + threads - 1) / threads;
        // Strips are independent, but the parts of a sum follow one another.
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

    /** Where the values of a block lie in its order. */
    private long tiled(SparseTiles tiles, int block) {
        return tiled.address() + Float.BYTES * (long) tiles.firstEntry(block);
    }

    /** Where a block starts in a dense matrix. */
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

    /** Addresses do not keep memory that the garbage collector frees; this does. */
    private void keep(MemorySegment first, MemorySegment second, MemorySegment values) {
        Reference.reachabilityFence(first);
        Reference.reachabilityFence(second);
        Reference.reachabilityFence(values);
        Reference.reachabilityFence(this);
    }
}
