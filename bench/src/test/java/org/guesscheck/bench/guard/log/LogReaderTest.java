package org.guesscheck.bench.guard.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a JVM: what belongs to which compilation, and what of it counts. */
class LogReaderTest {
    private static final Path RECORDED = Path.of("src/test/resources/org/guesscheck/bench/guard/boxed.log");

    @TempDir
    Path directory;

    private CompilerLog read(String text) throws IOException {
        return LogReader.read(Files.writeString(directory.resolve("jvm.log"), text));
    }

    /** A code of eight bytes. */
    private static String code(String head) {
        return head + """

             main code      [0x0000700000000000,0x0000700000000008] = 8
            [MachCode]
            [Verified Entry Point]
              0x0000700000000000: ;*invokestatic load {reexecute=0 rethrow=0 return_oop=0}
                                  ; - java.util.Objects::checkIndex@3 (line 365)
                                  ; - Kernel/0x00000000a3::run@16
                                  ;   {static_call}
              0x0000700000000000: 4883 c410\s

              0x0000700000000004: ;   {poll_return}
              0x0000700000000004: 5dc3 9090\s
              0x0000700000000008: f4f4 f4f4\s
            [/MachCode]
            </print_nmethod>
            """;
    }

    private static String code(int id, String entry) {
        return code(
                "Compiled method (c2) 12  " + id + "       4       Kernel/0x00000000a3::run" + entry + " (9 bytes)");
    }

    @Test
    void aRecordedLogIsRead() throws IOException {
        CompilerLog log = LogReader.read(RECORDED);
        assertEquals("amd64", log.processor());
        assertEquals(8, log.objectAlignment());
        assertFalse(log.disassembled());
        CompiledMethod add = log.methods().getFirst();
        assertEquals(1, log.methods().size());
        assertEquals("org.guesscheck.bench.guard.seeds.BoxedField::add", add.name());
        assertEquals(0x7f6dd3ee6f00L, add.start());
        assertEquals(872, add.code().length);
        assertTrue(add.entered());
        CallDecision store = add.inlining().getLast();
        assertEquals(List.of(32), store.path());
        assertTrue(add.inlining().stream()
                .anyMatch(one -> one.path().equals(List.of(22, 5, 3, 3, 113))
                        && one.callee().equals("jdk.internal.vm.vector.VectorSupport::binaryOp")));
    }

    @Test
    void commentsHavePlaceAndReference() throws IOException {
        CompiledMethod run = read(code(1, "")).methods().getFirst();
        assertEquals(8, run.code().length);
        assertEquals((byte) 0x48, run.code()[0]);
        CodeComment first = run.comments().getFirst();
        assertEquals(run.start(), first.address());
        assertEquals("invokestatic load", first.bytecode().orElseThrow());
        assertEquals(List.of("static_call"), first.references());
        assertEquals(
                List.of(
                        new CodeComment.Frame("java.util.Objects::checkIndex", 3, 365),
                        new CodeComment.Frame("Kernel::run", 16, 0)),
                first.frames());
        assertEquals("Kernel::run", run.name());
    }

    @Test
    void compilersThatWriteAtTheSameTimeAreToldApart() throws IOException {
        CompilerLog log = read("""
            <writer thread='1'/>
            10   1       4       Kernel/0x00000000a3::run (9 bytes)
            <writer thread='2'/>
            11   2       3       Other::run (9 bytes)
                                          @ 1   Other::small (3 bytes)   inline
            <writer thread='1'/>
            """ + code(1, "") + """
            12   1       3       Kernel/0x00000000a3::run (9 bytes)   made not entrant: not used
                                          @ 16   Kernel::helper (400 bytes)   failed to inline: hot method too big
            <writer thread='2'/>
                                          @ 2   Other::more (3 bytes)   inline
            13   3       4       Other::large (900 bytes)
               COMPILE SKIPPED: out of nodes (not retryable)
            """);
        CompiledMethod run = log.methods().getFirst();
        assertEquals(1, run.inlining().size());
        assertEquals("hot method too big", run.inlining().getFirst().reason());
        assertEquals(List.of(new CompilerLog.GivenUp("Other::large", "out of nodes (not retryable)")), log.givenUp());
    }

    @Test
    void codeOfC1AndCodeThatBreaksOffDoNotCount() throws IOException {
        String c1 = code("Compiled method (c1) 12  1       3       Kernel::run (9 bytes)");
        String cut = code(2, "").substring(0, code(2, "").indexOf("0x0000700000000004: 5dc3"));
        assertEquals(List.of(), read(c1 + cut).methods());
    }

    @Test
    void theJvmsOptionsAndItsDisassemblerAreNoticed() throws IOException {
        CompilerLog log = read("""
            <args>
            -XX:ObjectAlignmentInBytes=64 -Xmx1g
            </args>
            os.arch=aarch64
            [Disassembly]
            """);
        assertEquals(64, log.objectAlignment());
        assertEquals("aarch64", log.processor());
        assertTrue(log.disassembled());
    }

    @Test
    void theLatestCodeCounts() throws IOException {
        List<CompiledMethod> all = read(code(1, " @ 5") + code(2, "") + code(3, "") + code(4, " @ 7"))
                .methods();
        assertEquals(
                List.of(3, 4),
                LatestCode.of(all).stream().map(CompiledMethod::id).toList());
        assertEquals(
                List.of(1),
                LatestCode.of(all.subList(0, 1)).stream()
                        .map(CompiledMethod::id)
                        .toList());
    }

    @Test
    void reasonsAreC2sLastWords() {
        assertEquals(
                "failed to inline (intrinsic)",
                reason("failed to inline: failed to inline (intrinsic)   failed to"
                        + " inline: static call node changed: trying again"));
        assertEquals("virtual call", reason("failed to inline: virtual call"));
        assertEquals("too big", reason("too big"));
        assertEquals(
                "inlined for objects of another class", reason("force inline by annotation   callee changed to X"));
    }

    private static String reason(String said) {
        return new CallDecision(List.of(1), "A::b", 3, said).reason();
    }
}
