package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/**
 * Accesses as wide as a cache line through the same registers, at distances that are no multiples of a line. Whatever the registers hold,
 * at most those of one distance are on whole lines. The code does not tell where arrays start, so it says nothing of narrower vectors.
 */
final class StraddlingAccesses implements Rule {
    private static final int LINE_BITS = 512;
    private static final int LINE = LINE_BITS / Byte.SIZE;

    private static final Pattern REGISTER = Pattern.compile("%(\\w+)");
    private static final Pattern TARGET = Pattern.compile("%([er]?[a-ds][a-z]{1,2}|r\\d+d?)$");

    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.workingLoops()) {
            Map<String, List<Instruction>> byRegisters = new TreeMap<>();
            Map<String, Integer> written = new HashMap<>();
            for (Instruction one : loop.own()) {
                if (reaches(one)) {
                    String registers = one.memory().registers();
                    int writes = REGISTER.matcher(registers)
                            .results()
                            .mapToInt(name -> written.getOrDefault(whole(name.group(1)), 0))
                            .sum();
                    byRegisters
                            .computeIfAbsent(registers + " " + writes, key -> new ArrayList<>())
                            .add(one);
                }
                Matcher target = TARGET.matcher(one.operands());
                if (target.find()) {
                    written.merge(whole(target.group(1)), 1, Integer::sum);
                }
            }
            byRegisters.values().forEach(accesses -> {
                TreeSet<Long> rests = new TreeSet<>();
                accesses.forEach(one -> rests.add(Math.floorMod(one.memory().offset(), (long) LINE)));
                if (rests.size() > 1) {
                    Instruction first = accesses.getFirst();
                    found.add(new Finding(
                            Finding.Kind.STRADDLE,
                            code.method().name(),
                            Places.in(loop, code, first),
                            first.address(),
                            accesses.size() + " accesses"
                                    + " of " + LINE + " bytes at "
                                    + accesses.getFirst().memory().registers() + " start at " + rests.size()
                                    + " places in a cache line, so those at all but one of the places cross lines: "
                                    + Places.examples(accesses)));
                }
            });
        }
        return found;
    }

    /** Whether it loads or stores as many bytes as a cache line has, and not on the stack. */
    private static boolean reaches(Instruction one) {
        return one.vectorBits() == LINE_BITS
                && one.reachesVector()
                && !one.memory().onTheStack()
                && !one.changesWidth();
    }

    /** The name of the 64-bit register that a part of it belongs to. */
    private static String whole(String register) {
        return register.matches("r\\d+d")
                ? register.substring(0, register.length() - 1)
                : register.replaceFirst("^e", "r");
    }
}
