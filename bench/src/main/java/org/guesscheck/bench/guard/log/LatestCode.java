package org.guesscheck.bench.guard.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a method's codes count: C2 may compile a method several times. The last code that callers enter counts, and a code that a
 * running loop entered if it is younger, or if callers enter none.
 */
public final class LatestCode {
    private LatestCode() {}

    /** The codes that count, in the order in which they were made. */
    public static List<CompiledMethod> of(List<CompiledMethod> all) {
        Map<String, Integer> entered = new LinkedHashMap<>();
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            CompiledMethod one = all.get(i);
            if (one.entered()) {
                entered.put(one.method(), i);
            }
            last.put(one.method() + "@" + one.loopEntry(), i);
        }
        List<CompiledMethod> latest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CompiledMethod one = all.get(i);
            boolean newest = last.get(one.method() + "@" + one.loopEntry()) == i;
            if (newest && i >= entered.getOrDefault(one.method(), -1)) {
                latest.add(one);
            }
        }
        return latest;
    }
}
