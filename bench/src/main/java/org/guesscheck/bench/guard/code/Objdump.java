package org.guesscheck.bench.guard.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Disassembles with objdump, of the GNU binutils. */
public final class Objdump {
    private static final String PROGRAM = "objdump";

    /** Address, bytes, instruction; one without an instruction has more bytes of the one above. */
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\\t((?:[0-9a-f]{2} )+)\\s*(?:\\t(.*))?");

    private static final Pattern PREFIXES =
            Pattern.compile("((?:(?:data16|cs|ds|es|ss|fs|gs|lock|rep|repz|repnz|bnd|notrack|rex\\S*|addr32|\\{\\w+\\})"
                    + " )*)(\\S+)\\s*(.*)");

    private Objdump() {}

    /** Why it can't be used; empty if it can. */
    public static String whyNot() {
        try {
            Process process = new ProcessBuilder(PROGRAM, "--help")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return help.contains("x86-64") || help.contains("x86_64")
                    ? ""
                    : PROGRAM + " of this machine reads no code of x86-64 processors: install one that does (Debian and"
                            + " Ubuntu: binutils-x86-64-linux-gnu, and its objdump first on the PATH)";
        } catch (IOException e) {
            return "there is no " + PROGRAM
                    + " on the PATH, which turns machine code into instructions: install it (Debian,"
                    + " Ubuntu and Fedora: binutils)";
        }
    }

    /**
     * The instructions of some bytes.
     *
     * @throws IOException if objdump can't be run or fails
     */
    public static List<Instruction> disassemble(byte[] code, long start) throws IOException {
        Path file = Files.createTempFile("gnc-guard", ".bin");
        try {
            Files.write(file, code);
            Process process = new ProcessBuilder(
                            PROGRAM,
                            "-D",
                            "-z",
                            "-b",
                            "binary",
                            "-m",
                            "i386:x86-64",
                            "--adjust-vma=0x" + Long.toHexString(start),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            List<Instruction> instructions;
            List<String> text = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
                lines.lines().forEach(text::add);
            }
            instructions = parse(text);
            if (process.waitFor() != 0) {
                throw new IOException(PROGRAM + " failed: " + String.join(" ", text));
            }
            return instructions;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + PROGRAM + " ran", e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Reads what objdump prints. */
    static List<Instruction> parse(List<String> text) {
        List<Instruction> instructions = new ArrayList<>();
        for (String line : text) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            int bytes = parts.group(2).length() / 3;
            if (parts.group(3) == null) {
                Instruction last = instructions.removeLast();
                instructions.add(
                        new Instruction(last.address(), last.length() + bytes, last.mnemonic(), last.operands()));
                continue;
            }
            Matcher words =
                    PREFIXES.matcher(parts.group(3).replaceAll("\\s+#.*", "").strip());
            if (words.matches()) {
                instructions.add(new Instruction(
                        Long.parseUnsignedLong(parts.group(1), 16), bytes, words.group(2), words.group(3)));
            }
        }
        return instructions;
    }
}
