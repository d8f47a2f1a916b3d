package org.guesscheck.bench.guard.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Blocks that run again and again.
 *
 * @param head the block at which it is entered
 * @param hot the blocks that lie in one run around the loop's head, by address: C2 puts what seldom runs behind them
 * @param inner the loops inside
 */
public record Loop(Block head, List<Block> hot, List<Loop> inner) {
    private static final int SHARE = 3;

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

    /**
     * Whether it computes with vectors itself, and not only in the loops inside: these make many passes in each of its own, so it must have
     * several times as much vector code. Inner loops of an instruction or two, such as those that clear new objects, do not hide it.
     */
    public boolean works() {
        return own().stream().anyMatch(Instruction::computes)
                && vectorInstructions()
                        >= SHARE * inner.stream().mapToLong(Loop::allVectors).sum();
    }

    /** Whether an instruction runs in every pass, and not on one of several ways through the hot blocks. */
    public boolean runsInEveryPass(Instruction one) {
        Deque<Block> open = new ArrayDeque<>(List.of(head));
        Set<Block> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Block block = open.removeLast();
            if (block.instructions().contains(one)) {
                continue;
            }
            if (block.next().contains(head)) {
                return false;
            }
            block.next().stream()
                    .filter(next -> hot.contains(next) && seen.add(next))
                    .forEach(open::add);
        }
        return true;
    }

    private long allVectors() {
        return vectorInstructions() + inner.stream().mapToLong(Loop::allVectors).sum();
    }

    /** Number of its own instructions that work on whole vectors. */
    public long vectorInstructions() {
        return own().stream().filter(one -> one.vectorBits() > 0).count();
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
