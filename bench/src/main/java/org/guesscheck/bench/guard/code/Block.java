package org.guesscheck.bench.guard.code;

import java.util.ArrayList;
import java.util.List;

/** Instructions that run one after the other: jumps lead to the first alone, and leave from the last alone. */
public final class Block {
    private final int index;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Block> next = new ArrayList<>();

    Block(int index) {
        this.index = index;
    }

    /** Its place among all blocks, by address. */
    int index() {
        return index;
    }

    /** The instructions, at least one. */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** The blocks that may run after it. */
    List<Block> next() {
        return next;
    }

    /** Whether it does nothing, and only lets the next block begin at a round address. */
    boolean fills() {
        return instructions.stream().allMatch(Instruction::fills);
    }

    long start() {
        return instructions.getFirst().address();
    }

    Instruction last() {
        return instructions.getLast();
    }
}
