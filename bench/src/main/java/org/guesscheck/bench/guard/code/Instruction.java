package org.guesscheck.bench.guard.code;

import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An instruction of an x86-64 processor, as objdump writes it: sources first, the target last.
 *
 * @param address of its first byte
 * @param length in bytes
 * @param mnemonic such as {@code vfmadd231ps}
 * @param operands separated by commas
 */
public record Instruction(long address, int length, String mnemonic, String operands) {
    private static final Pattern TARGET = Pattern.compile("(?:0x)?([0-9a-f]+)(?: <.*)?");
    private static final Pattern REGISTER = Pattern.compile("%([xyz])mm(\\d+)");
    private static final Pattern MEMORY = Pattern.compile("(-?0x[0-9a-f]+)?(\\([^)]*\\))");

    /** Packed instructions end so, but for integers, which begin with a p. */
    private static final Pattern PACKED =
            Pattern.compile("v?\\w*p[sdh]|v?p\\w+|v?mov[du]q[au]\\w*|v?mov[au]p[sd]|v?lddqu|v?broadcast\\w+");

    /** Moves of a single number through a vector's register. */
    private static final Pattern SINGLE =
            Pattern.compile("v?pextr[bwdq]|v?pinsr[bwdq]|push\\w*|pop\\w*|prefetch\\w*|pause");

    /**
     * At 128 bits these copy single numbers, change or clear their signs, and make zeros. On some processors C2 converts single whole
     * numbers as vectors, too (-XX:+UseXmmI2D, -XX:+UseXmmI2F).
     */
    private static final Pattern OF_SINGLE_NUMBERS =
            Pattern.compile("v?mov[au]p[sd]|v?movdq[au]\\w*|v?(?:xor|or|andn?)p[sd]|v?pxor[dq]?|v?cvtdq2p[sd]");

    /**
     * A place in memory that an instruction reads or writes.
     *
     * @param offset the constant part of its address
     * @param registers those that its address is computed from, in parentheses
     */
    public record Memory(long offset, String registers) {
        /** Whether it lies in the method's frame on the stack. */
        public boolean onTheStack() {
            return registers.startsWith("(%rsp");
        }

        /** Whether it is a constant of the code, whose address is counted from the next instruction. */
        public boolean isConstant() {
            return registers.equals("(%rip)");
        }
    }

    /** Address of the byte behind it. */
    public long end() {
        return address + length;
    }

    /** Whether it jumps, always or under a condition. */
    public boolean jumps() {
        return mnemonic.startsWith("j");
    }

    /** Whether the next instruction runs after it, if it does not jump. */
    public boolean goesOn() {
        return !mnemonic.startsWith("jmp")
                && !mnemonic.startsWith("ret")
                && !mnemonic.equals("hlt")
                && !mnemonic.equals("(bad)")
                && !mnemonic.startsWith("ud2");
    }

    /** Whether it does nothing. */
    boolean fills() {
        return mnemonic.startsWith("nop") || mnemonic.equals("xchg") && operands.equals("%ax,%ax");
    }

    /** Whether it calls. */
    public boolean calls() {
        return mnemonic.startsWith("call");
    }

    /** Where it jumps to; empty if a register holds that. */
    public OptionalLong target() {
        Matcher target = TARGET.matcher(operands);
        return jumps() && target.matches()
                ? OptionalLong.of(Long.parseUnsignedLong(target.group(1), 16))
                : OptionalLong.empty();
    }

    /** Bits of the widest vector register among its operands; 0 if it works on no whole vector. */
    public int vectorBits() {
        if (SINGLE.matcher(mnemonic).matches() || !PACKED.matcher(mnemonic).matches()) {
            return 0;
        }
        int bits =
                registers().mapToInt(register -> bits(register.group(1))).max().orElse(0);
        return bits == 128 && OF_SINGLE_NUMBERS.matcher(mnemonic).matches() && (memory() == null || !moves())
                ? 0
                : bits;
    }

    /** Whether all of its vector registers have the same width. */
    public boolean hasOneWidth() {
        return registers().map(register -> register.group(1)).distinct().count() == 1;
    }

    /** Whether it computes with vectors, and does not only move, copy or clear them. */
    public boolean computes() {
        return vectorBits() > 0 && !moves() && !broadcasts() && !clears();
    }

    /** Whether it clears a register, as the xor of one with itself does. */
    private boolean clears() {
        return mnemonic.contains("xor")
                && registers().count() == 3
                && registers().map(register -> register.group(2)).distinct().count() == 1;
    }

    private Stream<MatchResult> registers() {
        return REGISTER.matcher(operands).results();
    }

    /** Whether it changes the width of vectors or numbers, takes vectors apart or puts them together. */
    public boolean changesWidth() {
        return mnemonic.matches(
                "v?cvt.*|v?pmov[szu].*|v?pmov[a-z]{2}|v?pmovs.*|v?extract.*|v?insert.*|v?pack.*|v?punpck.*|v?unpck.*"
                        + "|v?pmadd.*|v?psad.*|v?pmul[ud]+q.*|v?pmuldq");
    }

    /** Whether it only moves a vector: loads, stores, copies. */
    public boolean moves() {
        return mnemonic.matches("v?mov[a-z]*\\d*");
    }

    /** Whether it copies one number into all lanes. */
    public boolean broadcasts() {
        return mnemonic.matches("v?p?broadcast.*|v?mov[hl]?dup.*|v?movddup");
    }

    /** The place in memory that it reads or writes; null if there is none. */
    public Memory memory() {
        Matcher memory = MEMORY.matcher(operands);
        if (!memory.find() || mnemonic.startsWith("lea") || mnemonic.startsWith("nop")) {
            return null;
        }
        return new Memory(memory.group(1) == null ? 0 : signed(memory.group(1)), memory.group(2));
    }

    /** Whether it reads or writes a whole vector in memory, and neither a single number for all lanes nor a constant of the code. */
    public boolean reachesVector() {
        Memory memory = memory();
        return vectorBits() > 0
                && memory != null
                && !memory.isConstant()
                && !broadcasts()
                && !operands.contains("{1to");
    }

    /** Whether it writes to memory. */
    public boolean stores() {
        return operands.endsWith(")") || operands.matches(".*\\)\\{%k\\d\\}");
    }

    private static long signed(String number) {
        return number.startsWith("-")
                ? -Long.parseUnsignedLong(number.substring(3), 16)
                : Long.parseUnsignedLong(number.substring(2), 16);
    }

    private static int bits(String letter) {
        return switch (letter) {
            case "x" -> 128;
            case "y" -> 256;
            default -> 512;
        };
    }

    /** As objdump writes it. */
    @Override
    public String toString() {
        return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
    }
}
