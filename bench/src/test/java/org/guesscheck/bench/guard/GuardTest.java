package org.guesscheck.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.bench.guard.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that were recorded, from the text to the report. */
class GuardTest {
    private static final Path RECORDED = Path.of("src/test/resources/org/guesscheck/bench/guard/boxed.log");

    @TempDir
    Path directory;

    @Test
    void theFaultIsToldWithItsPlace() throws IOException {
        GuardedSeed.requireObjdump();
        GuardReport report = Guard.examine(List.of(RECORDED));
        Finding fault = report.faults().getFirst();
        assertEquals(1, report.faults().size());
        assertEquals(Finding.Kind.BOXED, fault.kind());
        assertEquals("makes 1 object and asks 1 object for the class (Float256Vector) in every pass", fault.text());
        assertTrue(fault.place().startsWith("loop 0x7f6dd3ee6f40 to 0x7f6dd3ee7082"), fault.place());
        assertTrue(fault.place().endsWith(", near line 25"), fault.place());
        assertEquals(1, report.vectorLoops());
        String text = GuardText.of(report);
        assertTrue(text.endsWith("1 method compiled by C2, 1 loop with vectors in 1 of them: 1 fault, 1 remark"), text);
        JsonNode json = GuardJson.of(report);
        assertEquals(1, json.get("faults").asInt());
        assertEquals("boxed", json.at("/findings/0/kind").asText());
        assertEquals(872, json.at("/methods/0/codeBytes").asInt());
        assertTrue(json.at("/findings/1/address").isNull());
    }

    @Test
    void whatC2GaveUpIsAFault() throws IOException {
        GuardedSeed.requireObjdump();
        Path log = Files.writeString(directory.resolve("jvm.log"), """
            10   1       4       Kernel::run (9000 bytes)
               COMPILE SKIPPED: out of virtual registers in linear scan (not retryable)
            """);
        GuardReport report = Guard.examine(List.of(log));
        assertEquals(Finding.Kind.GIVEN_UP, report.faults().getFirst().kind());
        assertTrue(report.sawVectors());
        assertFalse(new GuardReport(List.of(), 0, List.of()).sawVectors());
    }

    @Test
    void otherProcessorsAndDisassemblersAreNamed() throws IOException {
        Path arm = Files.writeString(directory.resolve("arm.log"), "os.arch=aarch64\n");
        assertTrue(message(arm).contains("x86-64 alone"), message(arm));
        Path hsdis = Files.writeString(directory.resolve("hsdis.log"), "[Disassembly]\n");
        assertTrue(message(hsdis).contains("hsdis"), message(hsdis));
    }

    private static String message(Path log) {
        return assertThrows(UnreadableLogException.class, () -> Guard.examine(List.of(log)))
                .getMessage();
    }
}
