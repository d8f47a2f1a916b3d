package org.guesscheck.bench.guard.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Blocks that run again and again.
 *
 * @param hot the blocks that lie in one run around the loop's head, by address: C2 puts what seldom runs behind them
 * @param inner the loops inside
 */
public record Loop(List<Block> hot, List<Loop> inner) {
    /** The lists are copied. */
    public Loop {
        hot = List.copyOf(hot);
        inner = List.copyOf(inner);
    }

    /** Instructions of the hot blocks that are in no inner loop. */
    public List<Instruction> own() {
        Set<Block> others = new HashSet<>();
        inner.forEach(loop -> others.addAll(loop.hot));
        return hot.stream()
                .filter(block -> !others.contains(block))
                .flatMap(block -> block.instructions().stream())
                .toList();
    }

    /** Whether it does vector work of its own, and more of it than the loops inside. */
    public boolean works() {
        long own = vectors(own());
        return own > 0 && own >= inner.stream().mapToLong(Loop::allVectors).sum();
    }

    private long allVectors() {
        return vectors(own()) + inner.stream().mapToLong(Loop::allVectors).sum();
    }

    private static long vectors(List<Instruction> instructions) {
        return instructions.stream().filter(one -> one.vectorBits() > 0).count();
    }

    /** Number of its own instructions that work on whole vectors. */
    public long vectorInstructions() {
        return vectors(own());
    }

    /** Address of the first hot instruction. */
    public long start() {
        return hot.getFirst().start();
    }

    /** Address of the byte behind the last hot instruction. */
    public long end() {
        return hot.getLast().last().end();
    }
}
