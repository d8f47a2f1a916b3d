package org.guesscheck.gnc.terminal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class LackOfMemoryTest {
    @Test
    void theHeapIsToldFromTheSystemsMemory() {
        OutOfMemoryError heap =
                assertThrows(OutOfMemoryError.class, () -> System.out.println(new long[Integer.MAX_VALUE].length));
        assertTrue(LackOfMemory.sentence(heap).startsWith("not enough memory: the heap of "), heap::getMessage);
        try (Arena arena = Arena.ofShared()) {
            OutOfMemoryError refused = assertThrows(OutOfMemoryError.class, () -> arena.allocate(1L << 60));
            String sentence = LackOfMemory.sentence(refused);
            assertTrue(sentence.startsWith("not enough memory outside of the heap ("), sentence);
        }
    }
}
