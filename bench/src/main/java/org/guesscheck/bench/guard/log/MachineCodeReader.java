package org.guesscheck.bench.guard.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the machine code of one method, in hexadecimal digits as a JVM without a disassembler prints it. */
final class MachineCodeReader {
    private static final Pattern MAIN = Pattern.compile("\\s*main code\\s+\\[0x([0-9a-f]+),\\s*0x([0-9a-f]+)\\].*");
    private static final Pattern BYTES = Pattern.compile("\\s*0x([0-9a-f]+):((?:[ |]*[0-9a-f]{2,8})+)[ |]*");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:0x([0-9a-f]+):)?\\s*;\\s*(.*?)\\s*");

    private final int id;
    private final String method;
    private final int loopEntry;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final List<CodeComment> comments = new ArrayList<>();
    private final List<String> comment = new ArrayList<>();
    private long commented;
    private long start;
    private long end;
    private boolean closed;

    MachineCodeReader(int id, String method, int loopEntry) {
        this.id = id;
        this.method = method;
        this.loopEntry = loopEntry;
    }

    /** Whether a line before the code belongs to it. */
    boolean takesHead(String line) {
        if (end != 0) {
            return false;
        }
        Matcher range = MAIN.matcher(line);
        if (range.matches()) {
            start = Long.parseUnsignedLong(range.group(1), 16);
            end = Long.parseUnsignedLong(range.group(2), 16);
        }
        return range.matches();
    }

    /** Whether a line belongs to the code that has begun. */
    boolean takes(String line) {
        if (closed) {
            return false;
        }
        if (line.equals("[/MachCode]") || line.startsWith("</print_nmethod") || line.startsWith("<writer ")) {
            closed = true;
            flush();
            return line.startsWith("[");
        }
        Matcher bytes = BYTES.matcher(line);
        if (bytes.matches()) {
            flush();
            bytes(Long.parseUnsignedLong(bytes.group(1), 16), bytes.group(2));
            return true;
        }
        Matcher said = COMMENT.matcher(line);
        if (said.matches()) {
            if (said.group(1) != null && !said.group(1).isEmpty()) {
                long address = Long.parseUnsignedLong(said.group(1), 16);
                if (address != commented) {
                    flush();
                }
                commented = address;
            }
            comment.add(plain(said.group(2)));
        }
        return true;
    }

    private void bytes(long address, String digits) {
        if (address >= end || address != start + code.size()) {
            return;
        }
        code.writeBytes(HexFormat.of().parseHex(digits.replaceAll("[ |]", "")));
    }

    private void flush() {
        if (!comment.isEmpty() && commented < end) {
            comments.add(new CodeComment(commented, comment));
        }
        comment.clear();
    }

    /** A text without the escapes of XML, which a log has if it is a file. */
    private static String plain(String text) {
        return text.replace("&apos;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Whether all bytes were in the log. */
    boolean complete() {
        return end > start && code.size() >= end - start;
    }

    CompiledMethod method(List<CallDecision> inlining) {
        byte[] own = Arrays.copyOf(code.toByteArray(), Math.toIntExact(end - start));
        return new CompiledMethod(id, plain(method), loopEntry, start, own, comments, inlining);
    }
}
