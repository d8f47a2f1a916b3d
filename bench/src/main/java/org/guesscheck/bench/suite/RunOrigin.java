package org.guesscheck.bench.suite;

/**
 * Where and when a run was measured.
 *
 * @param end the time of its end, as ISO 8601 has it; empty if the file does not say
 * @param revision the git revision of the program; empty if it is not known
 * @param cpu the CPU's name
 * @param processors number of processors; 0 if the file does not say
 * @param os the operating system; empty if the file does not say
 * @param jdk the JDK
 */
public record RunOrigin(String end, String revision, String cpu, int processors, String os, String jdk) {
    /**
     * Whether two runs are of the same machine as far as can be told: CPUs of one name and number. Two virtual machines may
     * look the same.
     */
    public boolean sameMachine(RunOrigin other) {
        return cpu.equals(other.cpu) && processors == other.processors;
    }
}
