package org.guesscheck.bench.guard.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instructions as objdump prints them. */
class InstructionTest {
    private static Instruction one(String text) {
        return Objdump.parse(List.of("  10:\t62 f2 6d 48 b8 c1    \t" + text)).getFirst();
    }

    @Test
    void bytesOnTwoLinesAreOneInstruction() {
        List<Instruction> parsed = Objdump.parse(List.of(
                "",
                "/tmp/code.bin:     file format binary",
                "0000000000000010 <.data>:",
                "  10:\t62 b1 7c 48 10 84 ae \tvmovups 0x10(%rsi,%r13,4),%zmm0",
                "  17:\t10 00 00 00 ",
                "  1b:\tc3                   \tret"));
        assertEquals(
                List.of(
                        new Instruction(0x10, 11, "vmovups", "0x10(%rsi,%r13,4),%zmm0"),
                        new Instruction(0x1b, 1, "ret", "")),
                parsed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vfmadd231ps %zmm2,%zmm12,%zmm20     | 512",
                "vmovups 0x10(%r10,%rcx,4),%ymm2     | 256",
                "vbroadcastss 0x14(%r14),%zmm3       | 512",
                "vpaddd %xmm1,%xmm2,%xmm3            | 128",
                "vmovdqu %xmm2,0x140(%rsp)           | 128",
                "vaddss %xmm1,%xmm2,%xmm3            | 0",
                "vmovsd %xmm1,0x18(%rsp)             | 0",
                "vmovq %xmm1,%rax                    | 0",
                "vmovaps %xmm0,%xmm1                 | 0",
                "vxorps -0x655e7d(%rip),%xmm0,%xmm1  | 0",
                "vpextrd $0x1,%xmm0,%eax             | 0",
                "vcvtsi2sd %r11,%xmm0,%xmm0          | 0",
                "vcvtdq2pd %xmm4,%xmm4               | 0",
                "vcvtdq2pd %ymm4,%zmm4               | 512",
                "mov %r11,%r9                        | 0",
                "vcmplt_oqps %zmm4,%zmm0,%k7         | 512"
            })
    void vectorsAreToldFromSingleNumbers(String text, int bits) {
        assertEquals(bits, one(text.strip()).vectorBits());
    }

    @Test
    void clearingAndMovingIsNotComputing() {
        assertFalse(one("vpxord %zmm0,%zmm0,%zmm0").computes());
        assertTrue(one("vpxord %zmm0,%zmm1,%zmm0").computes());
        assertFalse(one("vmovdqu64 %zmm11,%zmm20").computes());
        assertFalse(one("vbroadcastss %xmm1,%zmm0").computes());
    }

    @Test
    void placesInMemory() {
        assertTrue(one("vmovdqu64 %zmm19,0x40(%rsp)").memory().onTheStack());
        assertTrue(one("vmovdqu64 %zmm19,0x40(%rsp)").stores());
        assertFalse(one("vmovdqu64 0x40(%rsp),%zmm19").stores());
        assertEquals(-16, one("vmovups -0x10(%rsi,%r13,4),%zmm0").memory().offset());
        assertEquals(
                "(%rsi,%r13,4)",
                one("vmovups -0x10(%rsi,%r13,4),%zmm0").memory().registers());
        assertNull(one("lea 0x10(%rsi),%rax").memory());
        assertTrue(one("vmovups 0x10(%rsi),%zmm0").reachesVector());
        assertFalse(one("vbroadcastsd 0x38(%rsp),%zmm1").reachesVector());
        assertFalse(one("vaddps 0x38(%rsp){1to16},%zmm1,%zmm1").reachesVector());
        assertFalse(one("vmulps -0x38(%rip),%zmm1,%zmm1").reachesVector());
    }

    @Test
    void jumpsAndPrefixes() {
        assertEquals(0x7f6e9ff804e4L, one("jmp    0x7f6e9ff804e4").target().orElseThrow());
        assertTrue(one("jmp    *%r10").target().isEmpty());
        assertFalse(one("jmp    0x10").goesOn());
        assertTrue(one("jl     0x10").goesOn());
        assertEquals("cmpxchg", one("lock cmpxchg %r11,(%rdi)").mnemonic());
        assertTrue(one("data16 xchg %ax,%ax").fills());
    }
}
