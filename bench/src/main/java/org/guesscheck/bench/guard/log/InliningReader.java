package org.guesscheck.bench.guard.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tree of calls that {@code PrintInlining} prints for one compilation: a call a line, indented below its caller. */
final class InliningReader {
    private static final Pattern CALL =
            Pattern.compile("( [ !smnb]*)@ (\\d+)\\s+(?:\\(not loaded\\) )?(\\S+::\\S+) \\((\\d+) bytes\\)\\s*(.*)");

    /** Below a call: what C2 knows of its receiver, or why a vector was not made. */
    private static final Pattern MORE = Pattern.compile("\\s+\\\\->.*|\\s*\\*\\* (.*)");

    private final List<CallDecision> decisions = new ArrayList<>();
    private final Deque<int[]> path = new ArrayDeque<>();

    boolean takes(String line) {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return MORE.matcher(line).matches();
        }
        int indent = call.group(1).length();
        while (!path.isEmpty() && path.getLast()[0] >= indent) {
            path.removeLast();
        }
        path.addLast(new int[] {indent, Integer.parseInt(call.group(2))});
        decisions.add(new CallDecision(
                path.stream().map(step -> step[1]).toList(),
                call.group(3).replace("&lt;", "<").replace("&gt;", ">"),
                Integer.parseInt(call.group(4)),
                call.group(5)));
        return true;
    }

    List<CallDecision> decisions() {
        return decisions;
    }
}
