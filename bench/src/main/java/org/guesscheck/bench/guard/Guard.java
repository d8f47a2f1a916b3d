package org.guesscheck.bench.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;
import org.guesscheck.bench.guard.code.Objdump;
import org.guesscheck.bench.guard.finding.Finding;
import org.guesscheck.bench.guard.finding.Rule;
import org.guesscheck.bench.guard.log.CompiledMethod;
import org.guesscheck.bench.guard.log.CompilerLog;
import org.guesscheck.bench.guard.log.LatestCode;
import org.guesscheck.bench.guard.log.LogReader;

/** Examines the code of all methods in a log that JVMs wrote with the options of {@code LogOptions}. */
public final class Guard {
    private static final List<String> PROCESSORS = List.of("amd64", "x86_64", "");

    private Guard() {}

    /**
     * Examines the logs of some JVMs.
     *
     * @throws IOException if a log can't be read or objdump can't be run
     * @throws UnreadableLogException if a log is of another processor, or has assembly in the place of machine code
     */
    public static GuardReport examine(List<Path> logs) throws IOException {
        GuardReport all = new GuardReport(List.of(), 0, List.of());
        for (Path file : logs) {
            CompilerLog log = LogReader.read(file);
            requireReadable(file, log);
            all = all.and(examine(log));
        }
        return all;
    }

    private static void requireReadable(Path file, CompilerLog log) {
        if (log.disassembled()) {
            throw new UnreadableLogException(file + ": this JVM has a disassembler (hsdis) and printed assembly; guard"
                    + " reads the machine code that a JVM without hsdis prints: take hsdis out of its lib folder");
        }
        if (!PROCESSORS.contains(log.processor())) {
            throw new UnreadableLogException(
                    file + ": code of a processor " + log.processor() + "; guard reads code of x86-64 alone");
        }
        String missing = Objdump.whyNot();
        if (!missing.isEmpty()) {
            throw new UnreadableLogException(missing);
        }
    }

    private static GuardReport examine(CompilerLog log) throws IOException {
        List<GuardReport.Examined> examined = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int widest = 0;
        List<CompiledMethod> latest = LatestCode.of(log.methods());
        for (CompiledMethod method : latest) {
            MethodCode code = MethodCode.of(method);
            List<Loop> working = code.workingLoops();
            examined.add(new GuardReport.Examined(
                    method.name(), method.code().length, code.loops().size(), working.size()));
            Rule.ALL.forEach(rule -> findings.addAll(rule.check(code)));
            widest = Math.max(widest, widestAccess(working));
        }
        for (CompilerLog.GivenUp one : log.givenUp()) {
            findings.add(new Finding(
                    Finding.Kind.GIVEN_UP, one.method(), "the whole method", 0, "C2 gave it up: " + one.reason()));
        }
        if (widest > log.objectAlignment()) {
            findings.add(new Finding(
                    Finding.Kind.STRADDLE,
                    "the JVM",
                    "all arrays",
                    0,
                    "objects are aligned to " + log.objectAlignment() + " bytes, and loops load vectors of " + widest
                            + ", so arrays begin anywhere in a cache line; with -XX:ObjectAlignmentInBytes=64 the"
                            + " elements of every array begin at the same place, right behind its header"));
        }
        return new GuardReport(examined, log.methods().size() - latest.size(), findings);
    }

    /** Bytes of the widest vectors that loops load from memory that is not the stack. */
    private static int widestAccess(List<Loop> loops) {
        return loops.stream()
                        .flatMap(loop -> loop.own().stream())
                        .filter(one -> one.reachesVector() && !one.memory().onTheStack())
                        .mapToInt(Instruction::vectorBits)
                        .max()
                        .orElse(0)
                / Byte.SIZE;
    }
}
