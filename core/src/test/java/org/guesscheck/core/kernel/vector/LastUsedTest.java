package org.guesscheck.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LastUsedTest {
    @Test
    void theValuesThatWereAskedForLastAreKept() {
        LastUsed<Integer, Object> values = new LastUsed<>(3);
        Object first = values.get(1, key -> new Object());
        Object second = values.get(2, key -> new Object());
        for (int key = 3; key <= 10; key++) {
            assertSame(first, values.get(1, other -> new Object()));
            values.get(key, other -> new Object());
        }
        assertSame(first, values.get(1, key -> new Object()));
        assertNotSame(second, values.get(2, key -> new Object()));
    }

    @Test
    void aValueIsMadeOfItsKey() {
        assertEquals("7", new LastUsed<Integer, String>(1).get(7, String::valueOf));
    }
}
