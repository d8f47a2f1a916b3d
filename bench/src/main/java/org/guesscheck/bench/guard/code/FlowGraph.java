package org.guesscheck.bench.guard.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The blocks of a method and which of them may follow which. */
public final class FlowGraph {
    private FlowGraph() {}

    /**
     * Cuts instructions into blocks.
     *
     * @param instructions by rising address
     * @param leaves whether a call never comes back, such as one that gives the compiled code up
     */
    public static List<Block> of(List<Instruction> instructions, Predicate<Instruction> leaves) {
        TreeSet<Long> starts = new TreeSet<>();
        for (Instruction one : instructions) {
            one.target().ifPresent(starts::add);
            if (one.jumps() || !goesOn(one, leaves)) {
                starts.add(one.end());
            }
        }
        List<Block> blocks = new ArrayList<>();
        Map<Long, Block> byStart = new HashMap<>();
        for (Instruction one : instructions) {
            if (blocks.isEmpty() || starts.contains(one.address())) {
                blocks.add(new Block(blocks.size()));
                byStart.put(one.address(), blocks.getLast());
            }
            blocks.getLast().instructions().add(one);
        }
        for (Block block : blocks) {
            Instruction last = block.last();
            OptionalLong target = last.target();
            if (target.isPresent() && byStart.containsKey(target.getAsLong())) {
                block.next().add(byStart.get(target.getAsLong()));
            }
            if (goesOn(last, leaves) && block.index() + 1 < blocks.size()) {
                block.next().add(blocks.get(block.index() + 1));
            }
        }
        return blocks;
    }

    private static boolean goesOn(Instruction one, Predicate<Instruction> leaves) {
        return one.goesOn() && !(one.calls() && leaves.test(one));
    }
}
