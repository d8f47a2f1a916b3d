package org.guesscheck.bench.guard;

import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.bench.guard.finding.Finding;

/**
 * What was found in the logs of some JVMs.
 *
 * @param methods the methods whose code was examined, in the order in which C2 made it
 * @param replaced number of codes that were left out, because C2 replaced them later
 * @param findings faults and remarks
 */
public record GuardReport(List<Examined> methods, int replaced, List<Finding> findings) {
    /** The lists are copied. */
    public GuardReport {
        methods = List.copyOf(methods);
        findings = List.copyOf(findings);
    }

    /**
     * A method whose code was examined.
     *
     * @param name class and method, with two colons between them
     * @param bytes length of its code
     * @param loops number of its loops
     * @param vectorLoops number of its loops that work on vectors
     */
    public record Examined(String name, int bytes, int loops, int vectorLoops) {}

    /** The findings for which the command fails. */
    public List<Finding> faults() {
        return findings.stream().filter(one -> one.kind().fault()).toList();
    }

    /** The other findings. */
    public List<Finding> remarks() {
        return findings.stream().filter(one -> !one.kind().fault()).toList();
    }

    /** The methods with loops that work on vectors. */
    public List<Examined> withVectors() {
        return methods.stream().filter(one -> one.vectorLoops() > 0).toList();
    }

    /** Number of loops that work on vectors. */
    public int vectorLoops() {
        return methods.stream().mapToInt(Examined::vectorLoops).sum();
    }

    /** Whether vectors were seen, good or bad: a run without any shows nothing. */
    public boolean sawVectors() {
        return vectorLoops() > 0 || !faults().isEmpty();
    }

    /** Both reports in one. */
    GuardReport and(GuardReport other) {
        return new GuardReport(
                Stream.of(methods, other.methods).flatMap(List::stream).toList(),
                replaced + other.replaced,
                Stream.of(findings, other.findings).flatMap(List::stream).toList());
    }
}
