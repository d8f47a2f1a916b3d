package org.guesscheck.bench.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What benchmarks.jar says on an older Java, and that it can say it there. */
class BenchmarksTest {
    /** The version of class files of Java 8. */
    private static final int JAVA_8 = 52;

    @Test
    void olderVersionsAreToldWhatIsNeeded() {
        for (String version : new String[] {"1.8", "11", "17", "24"}) {
            String said = Benchmarks.whyNot(version, "/somewhere");
            String feature = version.replace("1.8", "8");
            assertTrue(
                    said.startsWith("benchmarks.jar needs a JDK 25, and this is Java " + feature + " (/somewhere)"),
                    said);
        }
        assertEquals("", Benchmarks.whyNot("25", "/somewhere"));
        assertEquals("", Benchmarks.whyNot("26", "/somewhere"));
    }

    @Test
    void anOlderJavaCanLoadTheClass() throws IOException {
        try (InputStream in = Benchmarks.class.getResourceAsStream("Benchmarks.class");
                DataInputStream file = new DataInputStream(in)) {
            assertEquals(0xcafebabe, file.readInt());
            file.readUnsignedShort();
            assertEquals(JAVA_8, file.readUnsignedShort());
        }
    }
}
