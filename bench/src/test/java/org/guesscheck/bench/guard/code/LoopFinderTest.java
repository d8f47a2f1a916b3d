package org.guesscheck.bench.guard.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops in small pieces of code, in which every instruction has four bytes. */
class LoopFinderTest {
    /** Instructions from address 0 on. */
    private static List<Instruction> code(String... lines) {
        List<Instruction> code = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            code.add(new Instruction(4L * code.size(), 4, words[0], words.length == 1 ? "" : words[1]));
        }
        return code;
    }

    private static List<Loop> loops(String... lines) {
        return LoopFinder.loops(
                FlowGraph.of(code(lines), call -> call.operands().equals("trap")));
    }

    @Test
    void aJumpBackIsALoop() {
        List<Loop> loops = loops("mov", "vaddps %zmm1,%zmm2,%zmm3", "cmp", "jl 0x4", "ret");
        assertEquals(1, loops.size());
        assertEquals(4, loops.getFirst().start());
        assertEquals(16, loops.getFirst().end());
        assertTrue(loops.getFirst().works());
        assertEquals(1, loops.getFirst().vectorInstructions());
    }

    /** C2 often enters a loop in its middle, and jumps back to its top. */
    @Test
    void aLoopThatIsEnteredInTheMiddleIsWhole() {
        List<Loop> loops = loops("jmp 0x8", "inc", "cmp", "jl 0x4", "ret");
        assertEquals(4, loops.getFirst().start());
        assertEquals(16, loops.getFirst().end());
    }

    /** The slow path behind the loop jumps back into it, over code that is in no loop. */
    @Test
    void whatSeldomRunsIsNotHot() {
        List<Loop> loops = loops("mov", "test", "je 0x18", "cmp", "jl 0x4", "ret", "call slow", "jmp 0xc");
        assertEquals(1, loops.size());
        assertEquals(4, loops.getFirst().start());
        assertEquals(20, loops.getFirst().end());
        assertFalse(loops.getFirst().own().stream().anyMatch(Instruction::calls));
    }

    @Test
    void aCallThatDoesNotComeBackEndsItsBlock() {
        assertEquals(0, loops("mov", "je 0xc", "ret", "call trap", "jmp 0x0").size());
        assertEquals(1, loops("mov", "je 0xc", "ret", "call other", "jmp 0x0").size());
    }

    @Test
    void innerLoopsAreInsideAndTheirCodeIsNotTheOuterLoops() {
        List<Loop> loops = loops(
                "mov", // 0
                "vmulps %zmm1,%zmm2,%zmm3", // 4, outer
                "vaddps %zmm1,%zmm2,%zmm3", // 8, inner
                "jl 0x8",
                "nopw 0x0(%rax)", // fills
                "cmp",
                "jl 0x4",
                "ret");
        Loop outer = loops.getFirst();
        assertEquals(1, loops.size());
        assertEquals(4, outer.start());
        assertEquals(28, outer.end());
        assertEquals(1, outer.inner().size());
        assertEquals(1, outer.vectorInstructions());
        assertFalse(outer.works(), "most of its vector code is in the inner loop");
        assertTrue(outer.inner().getFirst().works());
    }

    /** The loop that clears a new object does not make the loop around it a mere frame. */
    @Test
    void aSmallInnerLoopDoesNotHideTheOuterOne() {
        List<Loop> loops = loops(
                "vmulps %zmm1,%zmm2,%zmm3",
                "vmulps %zmm1,%zmm2,%zmm3",
                "vmulps %zmm1,%zmm2,%zmm3",
                "vmovdqu64 %zmm0,(%rdi)",
                "jge 0xc",
                "jl 0x0",
                "ret");
        assertTrue(loops.getFirst().works());
    }

    @Test
    void whatRunsOnOneOfTwoWaysDoesNotRunInEveryPass() {
        Loop loop = loops("mov", "je 0xc", "call other", "cmp", "jl 0x0", "ret").getFirst();
        assertTrue(loop.runsInEveryPass(loop.own().getFirst()));
        assertFalse(loop.runsInEveryPass(loop.own().get(2)));
        assertTrue(loop.runsInEveryPass(loop.own().get(3)));
    }

    @Test
    void aPathThatOnlyLooksLikeALoopIsNone() {
        assertEquals(List.of(), loops("jmp 0xc", "mov", "ret", "je 0x4", "ret"));
    }
}
